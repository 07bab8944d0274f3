package org.openhall.kiosk;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.openhall.content.Attachment;
import org.openhall.content.store.EntryFilter;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.Devices;
import org.openhall.device.IdCardReader;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.screen.attract.AttractView;
import org.openhall.kiosk.screen.department.DepartmentView;
import org.openhall.kiosk.screen.department.DepartmentsView;
import org.openhall.kiosk.screen.directory.DirectoryView;
import org.openhall.kiosk.screen.disclosure.AnnualReportsView;
import org.openhall.kiosk.screen.disclosure.DisclosureGuidesView;
import org.openhall.kiosk.screen.disclosure.DisclosureView;
import org.openhall.kiosk.screen.disclosure.StatutoryView;
import org.openhall.kiosk.screen.file.FileView;
import org.openhall.kiosk.screen.guide.GuideView;
import org.openhall.kiosk.screen.guide.GuidesView;
import org.openhall.kiosk.screen.guide.LifeEventView;
import org.openhall.kiosk.screen.guide.LifeEventsView;
import org.openhall.kiosk.screen.guide.SituationsView;
import org.openhall.kiosk.screen.hall.HallView;
import org.openhall.kiosk.screen.home.HomeView;
import org.openhall.kiosk.screen.identify.IdentifyView;
import org.openhall.kiosk.screen.notice.NoticesView;
import org.openhall.kiosk.screen.reader.ReaderView;
import org.openhall.kiosk.screen.search.SearchView;
import org.openhall.kiosk.screen.staff.StaffView;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.shell.Navigator;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.shell.Session;
import org.openhall.kiosk.shell.Shell;
import org.openhall.kiosk.shell.StageFrame;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.widget.Glyphs;

/** The parts of the terminal, put together by hand. Lives on the screen's thread. */
final class Kiosk {
  /** One zone holds all of China, whatever the terminal's image was set to. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final KioskOptions options;
  private final Clock clock = Clock.system(ZONE);
  private final KioskConfig config;
  private final ContentFollower content;
  private final FileShelf files;
  private final StatusReport status;
  private final ReceiptDesk desk = new ReceiptDesk(Optional.empty(), Platform::runLater);
  private final InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);
  private final WindowBounds bounds;
  private final KioskContext context;
  private final String fontFamily = Fonts.load();
  private Optional<IdCardReader> cardReader = Optional.empty();

  Kiosk(KioskOptions options) {
    this.options = options;
    config = KioskConfig.read(options.data());
    content = new ContentFollower(options.data(), clock, Platform::runLater);
    files = new FileShelf(options.data(), Platform::runLater);
    status = new StatusReport(options.data(), clock);
    bounds = options.window().orElseGet(Kiosk::wholeScreen);
    context =
        new KioskContext(
            content,
            files,
            new Navigator(this::screen),
            new Session(),
            new Messages(options.language()),
            desk,
            inputMethod,
            config.terminal(),
            Orientation.of(bounds.width(), bounds.height()),
            clock);
  }

  /** Shows the first frame; content and devices come after it. */
  void show() {
    Shell shell = new Shell(context, content);
    Scene scene = scene(shell);
    FirstFrame.of(scene, this::firstFrameShown);
    context.navigator().attract();
    stage(scene).show();
    content.published().state().subscribe(status::shown);
    content.start();
    shell.start();
  }

  private Scene scene(Shell shell) {
    Application.setUserAgentStylesheet(stylesheet("theme.css"));
    StageFrame frame = new StageFrame(shell.node(), context.orientation());
    Scene scene = new Scene(frame, bounds.width(), bounds.height());
    scene.getStylesheets().addAll(stylesheet("reading.css"), stylesheet("service.css"));
    frame.setStyle("-fx-font-family: \"" + fontFamily + "\"");
    return scene;
  }

  private Stage stage(Scene scene) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setTitle("OpenHall");
    stage.setScene(scene);
    stage.setX(bounds.x());
    stage.setY(bounds.y());
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setOnCloseRequest(event -> event.consume());
    return stage;
  }

  private void firstFrameShown() {
    System.out.println("first-frame-ms=" + FirstFrame.sinceStart());
    if (options.onceFirstFrame()) {
      Platform.runLater(this::end);
      return;
    }
    Platform.runLater(() -> Fonts.test(fontFamily));
    Thread.ofPlatform().name("dictionaries").daemon().start(this::readDictionariesAndFonts);
    Thread.ofPlatform().name("devices").daemon().start(this::openDevices);
  }

  private void readDictionariesAndFonts() {
    String missing = inputMethod.load();
    if (!missing.isEmpty()) {
      System.err.println("kiosk: " + missing);
    }
    Glyphs.prepare();
  }

  private void openDevices() {
    try {
      Devices devices = Devices.open(config.properties());
      Platform.runLater(() -> connect(devices));
    } catch (DeviceConfigurationException e) {
      System.err.println("kiosk: " + e.getMessage() + "; the terminal runs without its devices");
    }
  }

  private void connect(Devices devices) {
    cardReader = devices.idCardReader();
    cardReader.ifPresent(reader -> status.watch(Devices.ID_CARD_READER, reader));
    devices.receiptPrinter().ifPresent(desk::connect);
    devices.receiptPrinter().ifPresent(it -> status.watch(Devices.RECEIPT_PRINTER, it));
  }

  private void end() {
    content.close();
    files.close();
    status.close();
    Platform.exit();
  }

  private Screen screen(Destination destination) {
    return switch (destination) {
      case Destination.Attract _ -> new AttractView(context, hall());
      case Destination.Home _ -> new HomeView(context);
      case Destination.Disclosure _ -> new DisclosureView(context);
      case Destination.Directory(EntryFilter narrowed) -> new DirectoryView(context, narrowed);
      case Destination.Statutory _ -> new StatutoryView(context);
      case Destination.DisclosureGuides _ -> new DisclosureGuidesView(context);
      case Destination.AnnualReports _ -> new AnnualReportsView(context);
      case Destination.Departments _ -> new DepartmentsView(context);
      case Destination.DepartmentPage(String id) -> new DepartmentView(context, id);
      case Destination.Entry(String id, String highlight) -> new ReaderView(context, id, highlight);
      case Destination.DisclosureGuidePage(String id) -> new ReaderView(context, id, null);
      case Destination.AnnualReportPage(String id) -> new ReaderView(context, id, null);
      case Destination.Guides _ -> new GuidesView(context);
      case Destination.Guide guide -> new GuideView(context, guide);
      case Destination.LifeEvents _ -> new LifeEventsView(context);
      case Destination.LifeEvent event -> new LifeEventView(context, event);
      case Destination.Situations questions -> new SituationsView(context, questions);
      case Destination.FilePage(Attachment file) -> new FileView(context, file);
      case Destination.FormPage(String id) -> new ReaderView(context, id, null);
      case Destination.Hall hall -> new HallView(context, hall);
      case Destination.Staff staff -> new StaffView(context, staff);
      case Destination.Search _ -> new SearchView(context);
      case Destination.Notices _ -> new NoticesView(context);
      case Destination.NoticePage(String id) -> new ReaderView(context, id, null);
      case Destination.Identify _ ->
          new IdentifyView(context, cardReader, content.published().release().orElse(null));
    };
  }

  /** Whose hall this is, as far as the terminal knows. */
  private String hall() {
    return context
        .terminal()
        .hall(content.published().release())
        .orElseGet(() -> context.text("attract.hall"));
  }

  private static WindowBounds wholeScreen() {
    Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
    return new WindowBounds(
        (int) screen.getWidth(),
        (int) screen.getHeight(),
        (int) screen.getMinX(),
        (int) screen.getMinY());
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull((Object) Kiosk.class.getResource(name), name).toString();
  }
}
