package org.openhall.simulator.printer;

import java.nio.file.Path;
import java.util.List;

/**
 * A piece of paper that was cut off.
 *
 * @param number from 1 on, in the order of cutting
 * @param picture the PNG file, 203 dpi
 * @param textFile its lines in UTF-8
 * @param lines what stands on it; symbols as {@code [QR]}, {@code [image]}, {@code [barcode]}
 * @param qrTexts what its QR codes say, read off the picture
 */
public record Slip(
    int number, Path picture, Path textFile, List<String> lines, List<String> qrTexts) {

  public Slip {
    lines = List.copyOf(lines);
    qrTexts = List.copyOf(qrTexts);
  }
}
