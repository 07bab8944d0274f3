package org.openhall.kiosk.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An open file of pages, drawn tile by tile; all its work is done on the thread of the files. */
public final class Drawing {
  private final PageSource source;
  private final FileThread thread;
  private final List<PageSize> sizes;
  private boolean closed;

  private Drawing(PageSource source, FileThread thread, List<PageSize> sizes) {
    this.source = source;
    this.thread = thread;
    this.sizes = List.copyOf(sizes);
  }

  /** Reads the sizes of all pages; on the thread of the files. */
  static Drawing of(PageSource source, FileThread thread) throws IOException {
    List<PageSize> sizes = new ArrayList<>();
    for (int page = 0; page < source.pages(); page++) {
      PageSize size = source.size(page);
      if (!(size.width() >= 1 && size.height() >= 1)) {
        throw new IOException("page %d has no size".formatted(page + 1));
      }
      sizes.add(size);
    }
    return new Drawing(source, thread, sizes);
  }

  /** How many pages there are, 1 and up. */
  public int pages() {
    return sizes.size();
  }

  /** The size of a page, counted from 0. */
  public PageSize size(int page) {
    return sizes.get(page);
  }

  /**
   * Draws a tile.
   *
   * @param then gets it on the screen's thread; empty where the page cannot be drawn. Hears nothing
   *     once the drawing is closed.
   */
  public void draw(Tile tile, Consumer<Optional<DrawnTile>> then) {
    thread.<Optional<DrawnTile>>ask(
        () -> Optional.of(paint(tile)),
        Optional.empty(),
        drawn -> {
          if (!closed) {
            then.accept(drawn);
          }
        });
  }

  /**
   * Reads the letters of the first pages, as many as hold {@code most} of them or all.
   *
   * @param then gets the lines that are not blank on the screen's thread; none where the pages are
   *     but pictures or cannot be read
   */
  public void text(int most, Consumer<List<String>> then) {
    thread.ask(() -> lines(most), List.of(), then);
  }

  private List<String> lines(int most) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int page = 0; page < pages() && text.length() < most; page++) {
      text.append(source.text(page)).append('\n');
    }
    return text.toString().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** Lets go of the file; called on the screen's thread. */
  public void close() {
    closed = true;
    thread.run(source::close);
  }

  private DrawnTile paint(Tile tile) throws IOException {
    BufferedImage image =
        new BufferedImage(tile.width(), tile.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.setBackground(Color.WHITE);
    graphics.fillRect(0, 0, tile.width(), tile.height());
    graphics.translate(-tile.x(), -tile.y());
    source.paint(tile.page(), tile.scale(), graphics);
    graphics.dispose();
    return new DrawnTile(tile, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }
}
