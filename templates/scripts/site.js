// What runs on every page. Delivered as one classic deferred file: browsers refuse modules from a folder.

import { startMenu } from "./menu.js";
import { startPalette } from "./palette.js";
import { startPrint } from "./print.js";
import { startSearch } from "./search.js";
import { startTimes } from "./times.js";

startPalette(document, window);
startMenu(document, window);
startSearch(document);
startPrint(document, window);
startTimes(document);
