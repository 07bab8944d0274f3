package org.openhall.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import org.openhall.content.Attachment;
import org.openhall.content.store.EntryFilter;
import org.openhall.device.Scanner;
import org.openhall.device.Sense;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.enrol.EnrolOverlay;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.screen.attract.AttractView;
import org.openhall.kiosk.screen.cases.CaseDesk;
import org.openhall.kiosk.screen.cases.CaseView;
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
import org.openhall.kiosk.screen.identify.CardReaders;
import org.openhall.kiosk.screen.identify.IdentifyView;
import org.openhall.kiosk.screen.notice.NoticesView;
import org.openhall.kiosk.screen.reader.ReaderView;
import org.openhall.kiosk.screen.search.SearchView;
import org.openhall.kiosk.screen.staff.StaffView;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.shell.Navigator;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.shell.Session;
import org.openhall.kiosk.shell.Shell;
import org.openhall.kiosk.shell.StageFrame;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.kiosk.technician.TechnicianArea;
import org.openhall.kiosk.technician.TechnicianDesk;
import org.openhall.kiosk.typing.InputMethod;

/**
 * What stands in the terminal's window: the frame and the screens, put together by hand. The
 * program, and whoever wants to look at every screen, build it alike. Lives on the screen's thread.
 */
public final class KioskScene {
  private final Parts parts;
  private final KioskContext context;
  private final Shell shell;
  private final String fontFamily = Fonts.load();
  private final SimpleBooleanProperty near = new SimpleBooleanProperty();
  private CardReaders cardReaders = CardReaders.NONE;
  private Optional<Scanner> scanner = Optional.empty();
  private CaseDesk cases = CaseDesk.none();
  private Optional<TechnicianArea> area = Optional.empty();
  private Optional<EnrolOverlay> enrolment = Optional.empty();

  /**
   * What the screens work with.
   *
   * @param content follows the published content; started by whoever made it
   * @param files the attachments
   * @param desk prints receipts
   * @param pages prints files on A4
   * @param inputMethod turns keys into Chinese
   * @param terminal what the terminal is called
   * @param clock the time, in the hall's zone
   * @param nanoTime nanoseconds that only grow; by them a visit is left idle
   */
  public record Parts(
      ContentFollower content,
      FileShelf files,
      ReceiptDesk desk,
      PageDesk pages,
      InputMethod inputMethod,
      Terminal terminal,
      Clock clock,
      LongSupplier nanoTime) {}

  /** Shows nothing until the navigator turns to a first screen. */
  public KioskScene(Parts parts, Language language, Orientation orientation) {
    this.parts = parts;
    context =
        new KioskContext(
            parts.content(),
            parts.files(),
            new Navigator(this::screen),
            new Session(),
            new Messages(language),
            parts.desk(),
            parts.pages(),
            parts.inputMethod(),
            parts.terminal(),
            orientation,
            parts.clock());
    context.session().onEnd(parts.inputMethod()::forget);
    context.session().onEnd(parts.pages()::visitEnded);
    shell = new Shell(context, parts.content(), parts.nanoTime());
  }

  /** The scene, scaled to a window of this many pixels. */
  public Scene scene(double width, double height) {
    Application.setUserAgentStylesheet(stylesheet("theme.css"));
    StageFrame frame = new StageFrame(shell.node(), context.orientation());
    Scene scene = new Scene(frame, width, height);
    scene.getStylesheets().addAll(stylesheet("reading.css"), stylesheet("service.css"));
    area.ifPresent(it -> it.listen(scene));
    enrolment.ifPresent(it -> it.listen(scene));
    frame.setStyle("-fx-font-family: \"" + fontFamily + "\"");
    return scene;
  }

  /** Starts the clock, the idle timer and the notices. */
  public void start() {
    shell.start();
  }

  /** Card readers have been found; the screen starts before its devices. */
  public void connect(CardReaders found) {
    cardReaders = found;
  }

  /** A scanner has been found, or none. */
  public void connect(Optional<Scanner> found) {
    scanner = found;
    enrolment.ifPresent(it -> it.connect(found));
  }

  /** There is a way to ask the office about a person's own case. */
  public void connect(CaseDesk desk) {
    cases = desk;
  }

  /**
   * There is somebody who does what technicians ask; before the scene is made.
   *
   * @param contact whom citizens may call while the terminal is out of service
   */
  public void connect(TechnicianDesk desk, TechnicianArea.Contact contact) {
    TechnicianArea made = new TechnicianArea(context, desk, parts.nanoTime(), contact);
    shell.lay(made.node(), made::tick);
    area = Optional.of(made);
  }

  /**
   * The terminal is nobody's: its enrolment lies over everything but the service area; before the
   * service area is connected.
   */
  void connect(EnrolOverlay made) {
    shell.lay(made, made::tick);
    enrolment = Optional.of(made);
  }

  /** Whether somebody is to enrol the terminal, rather than citizens be served. */
  void enrols(boolean isNobodys) {
    enrolment.ifPresent(it -> it.setVisible(isNobodys));
  }

  /** The service area, where there is one. */
  public Optional<TechnicianArea> technicianArea() {
    return area;
  }

  /** What the presence sensor says; {@code UNKNOWN} where there is none. */
  public void presence(Sense sense) {
    near.set(sense == Sense.ACTIVE);
    shell.presence(sense);
  }

  /** How long nobody must have been seen before the citizen is asked whether to go on. */
  void absence(Duration atLeast) {
    shell.absence(atLeast);
  }

  /** What the switch of the maintenance door says; {@code UNKNOWN} where there is none. */
  public void door(Sense sense) {
    shell.door(sense);
  }

  /** The way between screens. */
  public Navigator navigator() {
    return context.navigator();
  }

  /** The visit under way. */
  public Session session() {
    return context.session();
  }

  Messages words() {
    return context.words();
  }

  String fontFamily() {
    return fontFamily;
  }

  Screen screen(Destination destination) {
    return switch (destination) {
      case Destination.Attract _ -> new AttractView(context, hall(), near);
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
      case Destination.Cases _ -> new CaseView(context, scanner, cases);
      case Destination.Identify _ ->
          new IdentifyView(
              context, cardReaders, parts.content().published().release().orElse(null));
    };
  }

  /** Whose hall this is, as far as the terminal knows. */
  private String hall() {
    return context
        .terminal()
        .hall(parts.content().published().release())
        .orElseGet(() -> context.text("attract.hall"));
  }

  private static String stylesheet(String name) {
    return Objects.requireNonNull((Object) KioskScene.class.getResource(name), name).toString();
  }
}
