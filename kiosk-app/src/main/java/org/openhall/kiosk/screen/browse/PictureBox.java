package org.openhall.kiosk.screen.browse;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.file.PageSize;
import org.openhall.kiosk.file.Tile;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Loading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/**
 * A picture in a text, with its caption; a press opens it. Its height is the same before and after
 * it has been read, so that nothing in the text moves.
 */
public final class PictureBox extends VBox {
  private static final double HEIGHT = 620;
  private static final double EDGE = 8;

  private final KioskContext context;
  private final double width;
  private final StackPane place = new StackPane();

  /**
   * A picture, read at once.
   *
   * @param caption what stands below it, or null; the file's name is what it is called without one
   * @param width pixels at hand
   */
  public PictureBox(KioskContext context, Attachment file, @Nullable String caption, double width) {
    this.context = context;
    this.width = width;
    setId("picture-" + file.sha256());
    getStyleClass().add("picture-box");
    place.setMinHeight(HEIGHT);
    place.setMaxHeight(HEIGHT);
    place.getStyleClass().add("picture-place");
    getChildren().add(place);
    if (caption != null) {
      getChildren().add(ShownLabel.wrapping(caption, "picture-caption"));
    }
    Tap.on(place, () -> context.navigator().go(new Destination.FilePage(file)));
    place.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    place.setAccessibleText(caption == null ? file.name() : caption);
    show(new Loading(context.text("viewer.loading")));
    context.files().open(file, this::show);
  }

  private void show(Opened opened) {
    switch (opened) {
      case Opened.Pages(Drawing drawing) -> draw(drawing);
      case Opened.Absent _ -> say("absent");
      case Opened.Damaged _ -> say("damaged");
      case Opened.TooLarge _ -> say("too-large");
      case Opened.Locked _, Opened.Broken _, Opened.Table _, Opened.NotShowable _ -> say("broken");
    }
  }

  /** Drawn once, as large as there is room, never larger than it is; then the file is let go. */
  private void draw(Drawing drawing) {
    PageSize size = drawing.size(0);
    double scale =
        Math.min(1, Math.min((width - EDGE) / size.width(), (HEIGHT - EDGE) / size.height()));
    drawing.draw(
        Tile.whole(0, size, scale),
        drawn -> {
          show(drawn);
          drawing.close();
        });
  }

  private void show(Optional<DrawnTile> drawn) {
    if (drawn.isPresent()) {
      show(new ImageView(TileImage.of(drawn.get())));
    } else {
      say("broken");
    }
  }

  private void say(String kind) {
    show(ShownLabel.wrapping(context.text("viewer." + kind + ".title"), "picture-said"));
  }

  private void show(Node node) {
    place.getChildren().setAll(node);
  }
}
