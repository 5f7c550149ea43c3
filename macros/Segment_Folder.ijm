// Segments every image of a folder that has ROIs next to it (image.tif and image-rois.zip), single pictures and stacks,
// and saves image-labels.tif and image-results.csv in another folder. In a stack, each ROI is segmented on its slice.
//
// Argument (asked for, if empty): the folder of the images and the folder to save in, separated by a line feed.

folders = split(getArgument(), "\n");
if (folders.length != 2)
	folders = newArray(getDirectory("Choose the folder of the images"), getDirectory("Choose a folder for the results"));
if (roiManager("count") > 0)
	exit("Please save your ROIs and empty the ROI Manager, as this macro needs it.");

setBatchMode(true);
files = getFileList(folders[0]);
for (i = 0; i < files.length; i++) {
	name = File.getNameWithoutExtension(files[i]);
	rois = folders[0] + "/" + name + "-rois.zip";
	if (endsWith(files[i], ".tif") && File.exists(rois)) {
		showProgress(i, files.length);
		open(folders[0] + "/" + files[i]);
		roiManager("open", rois);
		run("Stable-SAM Segment ROIs...", "prompts=[ROI Manager] output=[label image] measure");
		saveAs("Tiff", folders[1] + "/" + name + "-labels.tif");
		Table.save(folders[1] + "/" + name + "-results.csv", "Stable-SAM Results");
		close("Stable-SAM Results");
		roiManager("reset");
		close("*");
	}
}
setBatchMode(false);
