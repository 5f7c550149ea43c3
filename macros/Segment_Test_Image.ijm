// Opens a picture of nuclei, draws loose rectangles round some of them and one click, segments them, and saves the
// label image: 0 is background, 1, 2, 3... are the nuclei in the order in which they were drawn.
//
// Argument (asked for, if empty): the folder of the test images and the folder to save in, separated by a line feed.
// Works with and without windows, because rectangles and clicks are handed over in the overlay.

folders = split(getArgument(), "\n");
if (folders.length != 2)
	folders = newArray(getDirectory("Choose the folder of the test images"), getDirectory("Choose a folder for the label image"));

setBatchMode(true);
open(folders[0] + "/nuclei-8bit.tif");
makeRectangle(29, 1, 73, 76);
Overlay.addSelection;
makeRectangle(112, 11, 67, 68);
Overlay.addSelection;
makeRectangle(155, 83, 61, 65);
Overlay.addSelection;
makePoint(425, 467);
Overlay.addSelection;
run("Select None");

run("Stable-SAM Segment ROIs...", "prompts=overlay output=[label image] device=auto mask=auto");
saveAs("Tiff", folders[1] + "/nuclei-8bit-labels.tif");
setBatchMode(false);
