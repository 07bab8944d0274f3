package org.openhall.simulator.printer;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The codes on a picture of paper, read by a library that did not write them. */
final class PaperCodes {
  private PaperCodes() {}

  /** What the codes say, in the order in which they are found. */
  static List<String> read(Path picture) throws IOException {
    QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(new ConfigQrCode(), GrayU8.class);
    detector.process(grey(ImageIO.read(picture.toFile())));
    return detector.getDetections().stream().map((QrCode code) -> code.message).toList();
  }

  private static GrayU8 grey(BufferedImage image) {
    GrayU8 grey = new GrayU8(image.getWidth(), image.getHeight());
    for (int y = 0; y < grey.height; y++) {
      for (int x = 0; x < grey.width; x++) {
        grey.set(x, y, image.getRGB(x, y) & 0xFF);
      }
    }
    return grey;
  }
}
