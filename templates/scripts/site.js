// What runs on every page. Delivered as one classic deferred file: browsers refuse modules from a folder.

import { startAgendaNow } from "./agenda-now.js";
import { startChoose } from "./choose.js";
import { wordsOf } from "./elements.js";
import { startFolds } from "./folds.js";
import { startFootnotes } from "./footnotes.js";
import { startKeepTime } from "./keep-time.js";
import { startMenu } from "./menu.js";
import { startNow } from "./now.js";
import { startOffline } from "./offline.js";
import { startOne } from "./one.js";
import { startPalette } from "./palette.js";
import { place } from "./place.js";
import { startPrint } from "./print.js";
import { startProgress } from "./progress.js";
import { startRating } from "./rating.js";
import { startReading } from "./reading.js";
import { startSearch } from "./search.js";
import { startSend } from "./send.js";
import { sheetsOf, startSheets } from "./sheet.js";
import { startSketch } from "./sketch.js";
import { startStand } from "./stand.js";
import { startSteps } from "./steps.js";
import { startTakeHome } from "./take-home.js";
import { startTimes } from "./times.js";

const mine = place(document, window); // before anybody reads the address
startOne(document, window);
startFolds(document, window);
startPalette(document, window);
startMenu(document, window);
startSearch(document);
startPrint(document, window);
startTimes(document);
startSketch(document);
const sheets = sheetsOf(document, window); // read before anything is moved, shown after everything listens
startRating(document);
startChoose(document);
startStand(document);
startSteps(document, window);
startSheets(sheets, window);
startTakeHome(document, window);
startProgress(document, window);
startSend(document, window);
startNow(document, window, mine);
startAgendaNow(document, window);
startFootnotes(document, wordsOf(document)?.close ?? "");
startReading(document, window, mine.letter);
startKeepTime(document, window);
startOffline(document, window);
