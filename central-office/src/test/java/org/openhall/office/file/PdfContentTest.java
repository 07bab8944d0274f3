package org.openhall.office.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfContentTest {
  private static final String RUNS = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

  @TempDir Path folder;

  private List<String> faults(byte[] pdf) throws IOException {
    List<String> faults = new ArrayList<>();
    new FileContent(FileKind.PDF, Files.write(folder.resolve("a.pdf"), pdf))
        .read((fault, detail) -> faults.add(fault + " " + detail), (text, heading) -> {});
    return faults;
  }

  private void assertRuns(String what, byte[] pdf) throws IOException {
    List<String> faults = faults(pdf);
    assertTrue(faults.contains("PDF_ACTION " + what), faults.toString());
  }

  @Test
  void papersAsOfficesWriteThemAreHarmless() throws IOException {
    String place = "/OpenAction[3 0 R/XYZ null null 0]/AA<<>>/Names<</Dests<</Names[]>>>>";
    String link = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://x)>>>>]";
    String form = "/AcroForm<</Fields[<</FT/Tx/F 4/T(name)>>]>>/StructTreeRoot<</S/Document>>";
    String content = "/Contents 4 0 R";
    String text = HostilePdfs.stream("/Filter/FlateDecode", HostilePdfs.packed(new byte[9_000]));
    assertEquals(List.of(), faults(HostilePdfs.with(place + form, link + content, text)));
    String turning = "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>";
    assertEquals(List.of(), faults(HostilePdfs.with(turning, "")));
    assertEquals(List.of(), faults(HostilePdfs.torn(HostilePdfs.with(turning, ""))));
    assertEquals(List.of(), faults(HostilePdfs.with("/X 4 0 R", "", "null")));
    assertEquals(List.of(), faults(HostilePdfs.locked("")), "opens without a password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/OpenAction RUNS                                                    | JavaScript",
        "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Named/N/Print>> RUNS]>> | JavaScript",
        "/Names<</JavaScript<</Kids[<</Names[(a) RUNS]>>]>>>>                | JavaScript",
        "/AA<</WC RUNS>>                                                     | JavaScript",
        "/OpenAction<</S/J#61vaScript>>                                      | JavaScript",
        "/OpenAction<</#53/Launch/F(cmd.exe)>>                               | Launch",
        "/AcroForm<</Fields[<</Kids[<</FT/Btn/AA<</U RUNS>>>>]>>]>>          | JavaScript",
        "/AcroForm<</Fields[<</FT/Btn/A<</S/SubmitForm/F(http://x)>>>>]>>    | SubmitForm",
        "/AcroForm<</XFA[(template)(x)]>>                                    | XFA",
        "/OpenAction<</S/URI/URI(http://x)>>                                 | URI",
        "/AA<</O<</S/GoToR/F(////host/share)>>>>                             | GoToR",
        "/Names<</EmbeddedFiles<</Names[(a)<</EF<<>>>>]>>>>                  | EF",
        "/Deep[[[[[[<</X[<</Y[RUNS]>>]>>]]]]]]                               | JavaScript",
      })
  void whatRunsInTheCatalogueIsFoundWhereverItStands(String inCatalog, String what)
      throws IOException {
    byte[] pdf = HostilePdfs.with(inCatalog.replace("RUNS", RUNS), "");
    assertRuns(what, pdf);
    assertRuns(what, HostilePdfs.torn(pdf));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/Annots[<</Subtype/Link/A RUNS>>]                      | JavaScript",
        "/Annots[4 0 R]                                         | JavaScript",
        "/Annots[<</Subtype/Screen/AA<</PV<</S/Rendition>>>>>>] | Rendition",
        "/Annots[<</Subtype/RichMedia>>]                        | RichMedia",
        "/Annots[<</Subtype/FileAttachment/FS<</EF<<>>>>>>]     | EF",
        "/AA<</O<</S/ImportData/F(a.fdf)>>>>                    | ImportData",
        "/Contents<</F(http://x)>>                              | JavaScript",
      })
  void whatRunsOnAPageIsFound(String inPage, String what) throws IOException {
    assertRuns(what, HostilePdfs.with("", inPage.replace("RUNS", RUNS), "[[" + RUNS + "]]"));
  }

  @Test
  void whatNothingLeadsToAndWhatIsPackedIsFound() throws IOException {
    assertRuns("JavaScript", HostilePdfs.with("", "", "[1 2 [" + RUNS + "]]"));
    assertRuns("JavaScript", HostilePdfs.inObjectStream("[" + RUNS + "]", "<<>>"));
    assertRuns("Launch", HostilePdfs.inObjectStream("<</S/GoTo/Next 5 0 R>>", "<</S/Launch>>"));
    String elsewhere = HostilePdfs.stream("/F(http://x/y)", new byte[0]);
    assertRuns("F", HostilePdfs.with("", "/Contents 4 0 R", elsewhere));
  }

  @Test
  void aRoundOfReferencesHasAnEnd() throws IOException {
    byte[] round = HostilePdfs.with("/X 4 0 R", "", "[5 0 R]", "<</Next 4 0 R/AA<</O 5 0 R>>>>");
    assertEquals(List.of(), faults(round));
  }

  @Test
  void whatUnpacksToFarTooMuchIsRefusedBeforeItIsOpened() throws IOException {
    List<String> refused = List.of("ZIP_RATIO PDF");
    String page = HostilePdfs.stream("/Filter/FlateDecode", HostilePdfs.bomb(66, 1));
    assertEquals(refused, faults(HostilePdfs.with("", "/Contents 4 0 R", page)));
    String twice = HostilePdfs.stream("/Filter[/FlateDecode/FlateDecode]", HostilePdfs.bomb(66, 2));
    assertEquals(refused, faults(HostilePdfs.with("", "/Contents 4 0 R", twice)));
    String said = "/Type/Obj#53tm/Subtype/Image/N 1/First 4/Filter/FlateDecode";
    String objects = HostilePdfs.stream(said, HostilePdfs.bomb(66, 1));
    assertEquals(refused, faults(HostilePdfs.with("", "", objects)));
    String behind = "/Filter[/ASCIIHexDecode/RunLengthDecode]";
    byte[] runs = HostilePdfs.latin("81 20".repeat(600_000) + ">");
    assertEquals(
        refused, faults(HostilePdfs.with("", "/Contents 4 0 R", HostilePdfs.stream(behind, runs))));
    String five = "/Filter" + "[" + "/ASCIIHexDecode".repeat(5) + "]";
    assertEquals(
        refused, faults(HostilePdfs.with("", "", HostilePdfs.stream(five, new byte[] {'>'}))));
  }

  @Test
  void aWhitePictureOfALargeSheetIsNoBomb() throws IOException {
    String picture = "/Type/XObject/Subtype/Image/Width 10000/Height 8000/Filter/FlateDecode";
    String white = HostilePdfs.stream(picture, HostilePdfs.bomb(66, 1));
    assertEquals(List.of(), faults(HostilePdfs.with("", "", white)));
  }

  @Test
  void bracketsWithoutEndAndLockedPapersAreSaidInWords() throws IOException {
    String hidden = "[".repeat(200_000) + RUNS + "]".repeat(200_000);
    assertEquals(List.of("BROKEN PDF"), faults(HostilePdfs.with("/X 4 0 R", "", hidden)));
    assertEquals(List.of("LOCKED PDF"), faults(HostilePdfs.locked("secret")));
  }
}
