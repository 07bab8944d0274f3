package org.openhall.kiosk.screen.browse;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.Tile;

/** A drawn part of an attachment as a picture of the screen. */
public final class TileImage {
  private TileImage() {}

  /** A picture of the tile's size. */
  public static Image of(DrawnTile drawn) {
    Tile tile = drawn.tile();
    WritableImage image = new WritableImage(tile.width(), tile.height());
    PixelFormat<java.nio.IntBuffer> format = PixelFormat.getIntArgbPreInstance();
    image
        .getPixelWriter()
        .setPixels(0, 0, tile.width(), tile.height(), format, drawn.argb(), 0, tile.width());
    return image;
  }
}
