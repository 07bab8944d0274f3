package org.openhall.kiosk.screen.staff;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.openhall.content.Attachment;
import org.openhall.content.StaffMember;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.file.PageSize;
import org.openhall.kiosk.file.Tile;
import org.openhall.kiosk.screen.browse.TileImage;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.ShownLabel;

/**
 * A person's photo; until it is there, and where there is none, the first character of the name on
 * a disc, with the reason under it. Its size is always the same.
 */
final class Portrait extends VBox {
  private static final double WIDTH = 200;
  private static final double HEIGHT = 240;

  private final Messages words;
  private final StaffMember person;

  Portrait(FileShelf files, Messages words, StaffMember person) {
    super(12);
    this.words = words;
    this.person = person;
    setAlignment(Pos.CENTER);
    getStyleClass().add("staff-photo");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(person.name());
    Attachment photo = person.photo();
    if (photo == null) {
      standIn(words.text("staff.no-photo"));
    } else {
      standIn("");
      files.open(photo, this::show);
    }
  }

  private void show(Opened opened) {
    switch (opened) {
      case Opened.Pages(Drawing drawing) -> draw(drawing);
      case Opened.Absent _ -> standIn(words.text("staff.photo-absent"));
      default -> standIn(words.text("staff.photo-broken"));
    }
  }

  /** Drawn once, as large as it fits; then the file is let go. */
  private void draw(Drawing drawing) {
    PageSize size = drawing.size(0);
    double scale = Math.min(WIDTH / size.width(), HEIGHT / size.height());
    drawing.draw(
        Tile.whole(0, size, scale),
        drawn -> {
          show(drawn);
          drawing.close();
        });
  }

  private void show(Optional<DrawnTile> drawn) {
    if (drawn.isPresent()) {
      getChildren().setAll(new ImageView(TileImage.of(drawn.get())));
    } else {
      standIn(words.text("staff.photo-broken"));
    }
  }

  private void standIn(String reason) {
    String name = person.name();
    Label disc =
        new ShownLabel(name.substring(0, name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1)));
    disc.getStyleClass().add("staff-initial");
    getChildren().setAll(disc);
    if (!reason.isEmpty()) {
      getChildren().add(ShownLabel.wrapping(reason, "staff-no-photo"));
    }
  }
}
