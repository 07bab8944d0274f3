package org.openhall.kiosk.file;

import java.awt.Graphics2D;
import java.io.Closeable;
import java.io.IOException;

/** A file of pages; used on the thread of the files only. */
interface PageSource extends Closeable {

  int pages();

  PageSize size(int page) throws IOException;

  /** The letters that stand on a page, as lines; empty where it is but a picture. */
  String text(int page) throws IOException;

  /** Paints a page at this scale, its top left corner at the origin. */
  void paint(int page, double scale, Graphics2D graphics) throws IOException;
}
