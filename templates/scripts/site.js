// What runs on every page. Delivered as one classic deferred file: browsers refuse modules from a folder.

import { startChoose } from "./choose.js";
import { startFolds } from "./folds.js";
import { startMenu } from "./menu.js";
import { startPalette } from "./palette.js";
import { startPrint } from "./print.js";
import { startSearch } from "./search.js";
import { startStand } from "./stand.js";
import { startTimes } from "./times.js";

startFolds(document, window);
startPalette(document, window);
startMenu(document, window);
startSearch(document);
startPrint(document, window);
startTimes(document);
startChoose(document);
startStand(document);
