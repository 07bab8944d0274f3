package org.openhall.kiosk.screen.takeaway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.openhall.device.code.QrSymbol;
import org.openhall.device.code.QrSymbol.Correction;
import org.openhall.kiosk.ScreenThread;

/** What the screen shows is read again by a library that did not write it. */
class QrPictureTest {
  private static final int WIDEST = 630;

  @Test
  void everyCodeOfATextIsReadOffTheScreenAndJoinedIsTheText() {
    String text = "第一条　为了保障公民、法人和其他组织依法获取政府信息，提高政府工作的透明度，制定本条例。𠮷㛃䶮\n".repeat(24);
    TextCodes codes = TextCodes.of(page(text));

    List<String> read = codes.texts().stream().map(QrPictureTest::readOffTheScreen).toList();

    assertTrue(codes.texts().size() > 2);
    assertEquals(codes.texts(), read);
    assertEquals(text, new TextCodes(read, codes.extent()).carried());
  }

  @Test
  void theShortestAndTheFullestCodeAreRead() {
    for (String text : List.of("字", "a", "办".repeat(283) + "a")) {
      assertEquals(text, readOffTheScreen(text));
    }
  }

  @Test
  void theFullestCodeHasModulesThatAPhoneReadsFromAnArmsLength() {
    QrSymbol fullest = QrSymbol.of("a".repeat(TextCodes.MOST_BYTES), Correction.LOW);

    assertEquals(97, fullest.side());
    assertEquals(6, QrPicture.modulePixels(fullest, WIDEST));
  }

  private static TakenPage page(String text) {
    return new TakenPage(
        "条例", List.of(), List.of(text), TakenPage.Gist.NONE, TakenPage.Source.OFFICE, null);
  }

  private static String readOffTheScreen(String text) {
    GrayU8 seen = ScreenThread.get(() -> pixels(QrPicture.of(text, WIDEST)));
    QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(new ConfigQrCode(), GrayU8.class);
    detector.process(seen);
    List<QrCode> found = detector.getDetections();
    assertEquals(1, found.size());
    return found.getFirst().message;
  }

  /** The node as it is drawn on the page. */
  private static GrayU8 pixels(ImageView code) {
    StackPane page = new StackPane(code);
    page.setStyle("-fx-padding: 40; -fx-background-color: white;");
    WritableImage image = page.snapshot(new SnapshotParameters(), null);
    GrayU8 grey = new GrayU8((int) image.getWidth(), (int) image.getHeight());
    for (int y = 0; y < grey.height; y++) {
      for (int x = 0; x < grey.width; x++) {
        grey.set(x, y, image.getPixelReader().getArgb(x, y) & 0xFF);
      }
    }
    return grey;
  }
}
