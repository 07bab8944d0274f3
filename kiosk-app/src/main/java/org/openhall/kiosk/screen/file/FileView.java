package org.openhall.kiosk.screen.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.screen.browse.AttachmentRow;
import org.openhall.kiosk.screen.reader.TablePages;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.screen.takeaway.Taking;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Loading;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** One attachment: its pages, or why it is not shown. */
public final class FileView implements Screen {
  /** More than six codes hold. */
  private static final int MOST_LETTERS = 6_000;

  private final KioskContext context;
  private final Attachment file;
  private final StackPane content = new StackPane();
  private final HBox bar;
  private final Region node;
  private Runnable letGo = () -> {};
  private Taking said = then -> then.accept(taken(List.of()));
  private Optional<PrintSheet> paper = Optional.empty();
  private boolean closed;

  /** The screen; it opens the file at once. */
  public FileView(KioskContext context, Attachment file) {
    this.context = context;
    this.file = file;
    content.getChildren().add(new Loading(context.text("viewer.loading")));
    VBox.setVgrow(content, Priority.ALWAYS);
    TakeawayPane taking = new TakeawayPane(context);
    bar = taking.bar(then -> said.tell(then));
    node = taking.show(new VBox(heading(), content, bar));
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
    paper.ifPresent(PrintSheet::closed);
    letGo.run();
  }

  private Region heading() {
    Label name = ShownLabel.wrapping(file.name(), "file-title");
    Label facts = ShownLabel.wrapping(AttachmentRow.facts(context, file), "file-facts");
    VBox heading = new VBox(4, name, facts);
    heading.getStyleClass().add("file-heading");
    return heading;
  }

  /** The file by its name, and what stands in it. */
  private TakenPage taken(List<String> lines) {
    List<String> facts = List.of(AttachmentRow.facts(context, file));
    return new TakenPage(
        file.name(), facts, lines, TakenPage.Gist.NONE, TakenPage.Source.OFFICE, null);
  }

  private TakenPage taken(Drawing drawing, List<String> lines) {
    boolean picture = lines.isEmpty();
    return taken(picture ? List.of(context.text("takeaway.no-letters", drawing.pages())) : lines);
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
                said =
                    then -> drawing.text(MOST_LETTERS, lines -> then.accept(taken(drawing, lines)));
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
    String title = context.text("viewer." + kind + ".title");
    String hint = context.text("viewer." + kind + ".hint");
    EmptyState state = new EmptyState(icon, title, hint);
    state.setId("file-" + kind);
    return state;
  }

  private Region table(Opened.Table table) {
    List<Block.Row> rows =
        IntStream.range(0, table.rows().size())
            .mapToObj(row -> row(table.rows().get(row), row == 0))
            .toList();
    String caption = table.cut() ? context.text("viewer.table.cut") : null;
    String apart = context.text("takeaway.table-cell");
    List<String> lines =
        Stream.concat(
                Stream.ofNullable(caption), table.rows().stream().map(it -> String.join(apart, it)))
            .toList();
    said = then -> then.accept(taken(lines));
    return TablePages.of(context, new Block.Table(caption, rows));
  }

  private static Block.Row row(List<String> cells, boolean header) {
    return new Block.Row(cells.stream().map(c -> new Block.Cell(c, 1, 1, header)).toList());
  }

  private Region pages(PageModel model) {
    StackPane over = new StackPane();
    Runnable close = () -> over.getChildren().removeIf(PageChooser.class::isInstance);
    Runnable choose = () -> over.getChildren().add(new PageChooser(context.words(), model, close));
    over.getChildren().add(laidOut(place(model), new FileButtons(context, model, choose).bar()));
    if (context.pages().hasPrinter()) {
      String words = context.text("file-print");
      bar.getChildren()
          .addFirst(
              new PressButton("file-print", words, Weight.SECONDARY, () -> offerPaper(over, model))
                  .withIcon(Icon.PRINT));
    }
    return over;
  }

  private void offerPaper(StackPane over, PageModel model) {
    closePaper(over);
    PrintSheet sheet = new PrintSheet(context, file, model.pages(), () -> closePaper(over));
    paper = Optional.of(sheet);
    over.getChildren().add(sheet);
  }

  private void closePaper(StackPane over) {
    paper.ifPresent(PrintSheet::closed);
    over.getChildren().removeIf(PrintSheet.class::isInstance);
  }

  private Region laidOut(Region place, Region bar) {
    if (context.orientation() == Orientation.LANDSCAPE) {
      HBox.setHgrow(place, Priority.ALWAYS);
      return new HBox(place, bar);
    }
    VBox.setVgrow(place, Priority.ALWAYS);
    return new VBox(place, bar);
  }

  private Region place(PageModel model) {
    Region loading = new Loading(context.text("viewer.loading"));
    Region unreadable = state(Icon.ALERT, "page-broken");
    StackPane place = new StackPane(new PagePane(model), loading, unreadable);
    place.setMinSize(0, 0);
    loading.setMouseTransparent(true);
    model
        .shown()
        .subscribe(shown -> {
          unreadable.setVisible(model.isUnreadable());
          loading.setVisible(shown.whole() == null && !model.isUnreadable());
        });
    return place;
  }
}
