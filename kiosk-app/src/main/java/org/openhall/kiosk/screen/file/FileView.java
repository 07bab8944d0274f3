package org.openhall.kiosk.screen.file;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.screen.browse.AttachmentRow;
import org.openhall.kiosk.screen.reader.TablePages;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Loading;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;

/** One attachment: its pages, or why it is not shown. */
public final class FileView implements Screen {
  private final KioskContext context;
  private final Attachment file;
  private final StackPane content = new StackPane();
  private final VBox node;
  private Runnable letGo = () -> {};
  private boolean closed;

  /** The screen; it opens the file at once. */
  public FileView(KioskContext context, Attachment file) {
    this.context = context;
    this.file = file;
    content.getChildren().add(new Loading(context.text("viewer.loading")));
    VBox.setVgrow(content, Priority.ALWAYS);
    node = new VBox(heading(), content);
    node.setId("file-page");
    context.files().open(file, this::show);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return new ReadOnlyStringWrapper(file.name());
  }

  @Override
  public void closed() {
    closed = true;
    letGo.run();
  }

  private Region heading() {
    Label name = label(file.name(), "file-title");
    Label facts = label(AttachmentRow.facts(context, file), "file-facts");
    VBox heading = new VBox(4, name, facts);
    heading.getStyleClass().add("file-heading");
    return heading;
  }

  private static Label label(String text, String style) {
    Label label = new ShownLabel(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private void show(Opened opened) {
    if (closed && opened instanceof Opened.Pages(var drawing)) {
      drawing.close();
      return;
    }
    content
        .getChildren()
        .setAll(
            switch (opened) {
              case Opened.Pages(var drawing) -> {
                letGo = drawing::close;
                yield pages(new PageModel(drawing));
              }
              case Opened.Table table -> table(table);
              case Opened.NotShowable _ -> state(Icon.DOCUMENT, "not-showable");
              case Opened.Absent _ -> state(Icon.CLOCK, "absent");
              case Opened.Damaged _ -> state(Icon.ALERT, "damaged");
              case Opened.TooLarge _ -> state(Icon.ALERT, "too-large");
              case Opened.Locked _ -> state(Icon.ALERT, "locked");
              case Opened.Broken _ -> state(Icon.ALERT, "broken");
            });
  }

  private Region state(Icon icon, String kind) {
    EmptyState state =
        new EmptyState(
            icon,
            context.text("viewer." + kind + ".title"),
            context.text("viewer." + kind + ".hint"));
    state.setId("file-" + kind);
    return state;
  }

  private Region table(Opened.Table table) {
    List<Block.Row> rows =
        IntStream.range(0, table.rows().size())
            .mapToObj(row -> row(table.rows().get(row), row == 0))
            .toList();
    String caption = table.cut() ? context.text("viewer.table.cut") : null;
    return TablePages.of(context, new Block.Table(caption, rows));
  }

  private static Block.Row row(List<String> cells, boolean header) {
    return new Block.Row(cells.stream().map(c -> new Block.Cell(c, 1, 1, header)).toList());
  }

  private Region pages(PageModel model) {
    PagePane pane = new PagePane(model);
    VBox.setVgrow(pane, Priority.ALWAYS);
    StackPane place = new StackPane(pane);
    EmptyState unreadable = (EmptyState) state(Icon.ALERT, "page-broken");
    place.getChildren().add(unreadable);
    VBox.setVgrow(place, Priority.ALWAYS);
    model.shown().subscribe(() -> unreadable.setVisible(model.isUnreadable()));
    unreadable.setVisible(false);
    return new VBox(place, bar(model));
  }

  private Region bar(PageModel model) {
    FlowPane bar = new FlowPane(20, 16);
    bar.setAlignment(Pos.CENTER);
    bar.getStyleClass().add("file-bar");
    if (model.pages() > 1) {
      bar.getChildren().addAll(turning(model));
    }
    PressButton smaller = button("file-smaller", model::diminish);
    PressButton larger = button("file-larger", model::magnify);
    Label percent = new Label();
    percent.setId("file-percent");
    percent.getStyleClass().add("file-percent");
    model
        .shown()
        .subscribe(shown -> {
          Viewport view = shown.view();
          smaller.setDisable(view == null || !view.canDiminish());
          larger.setDisable(view == null || !view.canMagnify());
          percent.setText(view == null ? "" : view.percent() + "%");
        });
    bar.getChildren().addAll(smaller, percent, larger);
    bar.getChildren().add(button("file-fit-width", model::fitWidth));
    bar.getChildren().add(button("file-fit-page", model::fitPage));
    return bar;
  }

  private List<Region> turning(PageModel model) {
    PressButton previous =
        button("file-previous", () -> model.turnTo(model.shown().get().page() - 1));
    PressButton next = button("file-next", () -> model.turnTo(model.shown().get().page() + 1));
    Label place = new Label();
    place.setId("file-place");
    place.getStyleClass().add("file-place");
    model
        .shown()
        .subscribe(shown -> {
          previous.setDisable(shown.page() == 0);
          next.setDisable(shown.page() == model.pages() - 1);
          place.setText(context.text("viewer.place", shown.page() + 1, model.pages()));
        });
    return List.of(previous, place, next);
  }

  private PressButton button(String id, Runnable action) {
    return new PressButton(id, context.text(id), PressButton.Weight.SECONDARY, () -> {})
        .forEveryPress(action);
  }
}
