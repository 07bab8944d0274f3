package org.openhall.kiosk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Sense;

/**
 * The frame around every screen, and what lies over them. It keeps the visit: a touch begins or
 * prolongs it, idleness or the red button ends it.
 */
public final class Shell {
  private static final Duration TICK = Duration.millis(250);

  private final KioskContext context;
  private final ContentFollower content;
  private final VisitWatch visit;
  private final NoticeBoard board;
  private final HeaderView header;
  private final TickerView ticker = new TickerView();
  private final StaleBanner stale = new StaleBanner();
  private final SourceBar source;
  private final FooterView footer;
  private final EmergencyOverlay emergency;
  private final StackPane page = new StackPane();
  private final StackPane canvas;
  private Subscription listing = Subscription.EMPTY;
  private Runnable onTick = () -> {};
  private long ticks;

  /**
   * The frame of a kiosk; empty until the navigator turns to a first screen.
   *
   * @param nanoTime nanoseconds that only grow; by them a visit is left idle
   */
  public Shell(KioskContext context, ContentFollower content, LongSupplier nanoTime) {
    this.context = context;
    this.content = content;
    visit = new VisitWatch(context.session(), nanoTime);
    board = new NoticeBoard(content.published());
    header = new HeaderView(context, this::switchLanguage);
    source = new SourceBar(context, content.published());
    footer =
        new FooterView(
            context.navigator(), context.session()::end, landscape() ? source : new Region());
    emergency = new EmergencyOverlay(this::emergencyRead);
    canvas = new StackPane(frame(), visit.overlay(), emergency, visit.maintenance());
    canvas.getStyleClass().addAll("canvas", landscape() ? "landscape" : "portrait");
    canvas.addEventFilter(InputEvent.ANY, this::input);
    followContent();
    followVisit();
    say();
  }

  /** The whole canvas. */
  public Region node() {
    return canvas;
  }

  /** Starts the clock, the idle timer and the notices. */
  public void start() {
    Timeline clock = new Timeline(new KeyFrame(TICK, _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  /** What the presence sensor says. */
  public void presence(Sense sense) {
    visit.presence(sense);
  }

  /** How long nobody must have been seen before the citizen is asked. */
  public void absence(java.time.Duration atLeast) {
    visit.absence(atLeast);
  }

  /** What the switch of the maintenance door says. */
  public void door(Sense sense) {
    visit.door(sense);
  }

  /**
   * Lays something over all that citizens see.
   *
   * @param tick looks at the time, a few times a second
   */
  public void lay(Region cover, Runnable tick) {
    canvas.getChildren().add(cover);
    Runnable before = onTick;
    onTick =
        () -> {
          before.run();
          tick.run();
        };
  }

  private BorderPane frame() {
    page.setMinHeight(0);
    BorderPane frame = new BorderPane(page);
    frame.setTop(new VBox(header, ticker, stale));
    frame.setBottom(landscape() ? footer : new VBox(source, footer));
    return frame;
  }

  private boolean landscape() {
    return context.orientation() == Orientation.LANDSCAPE;
  }

  private void followContent() {
    Published published = content.published();
    published.state().addListener((_, _, _) -> contentChanged());
    published.freshness().addListener((_, _, _) -> stale.say(published, context.words()));
    published.withdrawn().addListener((_, _, ids) -> context.navigator().withdrawn(ids));
    published.day().addListener((_, _, _) -> source.say());
    published.freshness().addListener((_, _, _) -> source.say());
    board.running().addListener((_, _, _) -> sayTicker());
    board
        .emergency()
        .addListener((_, _, notice) -> {
          notice.ifPresentOrElse(emergency::show, emergency::hide);
        });
  }

  private void followVisit() {
    Navigator navigator = context.navigator();
    navigator.beforeTurn(content::pageTurned);
    navigator.current().addListener((_, _, screen) -> show(screen));
    context.session().onEnd(this::visitEnded);
  }

  private void contentChanged() {
    Navigator navigator = context.navigator();
    if (atRest()) {
      navigator.rebuild();
    } else {
      navigator.forgetScreensBehind();
    }
    say();
  }

  private void show(@Nullable Screen screen) {
    if (screen == null) {
      return;
    }
    content.readerAtRest(atRest());
    turnTo(screen.node());
    listing.unsubscribe();
    listing = screen.pageTitle().subscribe(context.session()::visited);
    boolean attract = context.navigator().destination() instanceof Destination.Attract;
    header.setVisible(!attract);
    header.setManaged(!attract);
    footer.navigates(!attract);
    footer.offer();
    sayTicker();
  }

  /** The home screen stays, unseen: to be shown again it needs neither styles nor layout. */
  private void turnTo(Region shown) {
    List<Node> nodes = new ArrayList<>(List.of(shown));
    context
        .navigator()
        .homeScreen()
        .map(Screen::node)
        .filter(it -> !it.equals(shown))
        .ifPresent(nodes::add);
    page.getChildren().retainAll(nodes);
    for (Node node : nodes) {
      node.setVisible(node.equals(shown));
      node.setManaged(node.equals(shown));
    }
    if (!page.getChildren().contains(shown)) {
      page.getChildren().add(shown);
    }
  }

  private boolean atRest() {
    return switch (context.navigator().destination()) {
      case Destination.Attract _, Destination.Home _ -> true;
      default -> false;
    };
  }

  private void switchLanguage() {
    context.words().speak(context.words().language().get().other());
    say();
    context.navigator().rebuild();
  }

  private void visitEnded() {
    visit.hide();
    board.forget();
    context.words().reset();
    say();
    context.navigator().attract();
  }

  private void say() {
    header.say(content.published());
    footer.say(context.words());
    source.say();
    stale.say(content.published(), context.words());
    visit.say(context.words());
    emergency.say(context.words());
  }

  private void sayTicker() {
    ticker.show(board.running().get(), atRest());
  }

  private void input(InputEvent event) {
    boolean touch =
        event.getEventType() == MouseEvent.MOUSE_PRESSED
            || event.getEventType() == MouseEvent.MOUSE_DRAGGED
            || event.getEventType() == KeyEvent.KEY_PRESSED
            || event.getEventType() == ScrollEvent.SCROLL;
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      ticker.hold();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
      ticker.goOn();
    }
    if (touch) {
      visit.touched();
    }
  }

  /** Whoever has read it is a visitor, at whose end it comes back for the next. */
  private void emergencyRead() {
    context.session().begin();
    board.acknowledge();
  }

  private void tick() {
    ticks++;
    if (ticks % 4 == 0) {
      header.tick();
    }
    visit.tick();
    onTick.run();
  }
}
