package org.openhall.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.openhall.device.CounterFile;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.Devices;
import org.openhall.device.DoorSwitch;
import org.openhall.device.PresenceSensor;
import org.openhall.kiosk.agentlink.EnrolLine;
import org.openhall.kiosk.agentlink.VisitLine;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.ReceiptDesk;
import org.openhall.kiosk.devices.DeviceDoor;
import org.openhall.kiosk.enrol.EnrolOverlay;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.screen.identify.CardReaders;
import org.openhall.kiosk.shell.ContentFollower;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.technician.OutOfService;
import org.openhall.kiosk.technician.Reason;
import org.openhall.kiosk.technician.TerminalDesk;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.link.envelope.SealKey;

/**
 * The terminal as a program: its window, its threads, its devices. Lives on the screen's thread.
 */
final class Kiosk {
  /** One zone holds all of China, whatever the terminal's image was set to. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final KioskOptions options;
  private final Clock clock = Clock.system(ZONE);
  private final KioskConfig config;
  private final ContentFollower content;
  private final FileShelf files;
  private final StatusReport status;
  private final EventReport events;
  private final ReceiptDesk desk = new ReceiptDesk(Optional.empty(), Platform::runLater);
  private final PageDesk pages;
  private final InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);
  private final AtomicBoolean visit = new AtomicBoolean();
  private final WindowBounds bounds;
  private final KioskScene composed;
  private final TerminalDesk service;
  private final boolean isNobodys;
  private Optional<Reason> takenOut;

  Kiosk(KioskOptions options) {
    this.options = options;
    config = KioskConfig.read(options.data());
    isNobodys = KioskConfig.isNobodys(options.data());
    content = new ContentFollower(options.data(), clock, Platform::runLater);
    files = new FileShelf(options.data(), Platform::runLater);
    pages = new PageDesk(config.settings().mostPages(), Platform::runLater);
    status = new StatusReport(options.data(), clock);
    events =
        new EventReport(
            new Journal(
                options.data(),
                config.terminal().id(),
                config.settings().spoolBytes(),
                Clock.systemUTC()));
    bounds = options.window().orElseGet(Kiosk::wholeScreen);
    composed =
        new KioskScene(
            new KioskScene.Parts(
                content,
                files,
                desk,
                pages,
                inputMethod,
                config.terminal(),
                clock,
                System::nanoTime),
            options.language(),
            Orientation.of(bounds.width(), bounds.height()));
    takenOut = OutOfService.read(options.data()).map(OutOfService::reason);
    service = new TerminalDesk(serviceParts());
  }

  private TerminalDesk.Parts serviceParts() {
    return new TerminalDesk.Parts(
        options.data(),
        config.terminal(),
        composed.words(),
        clock,
        Platform::runLater,
        Fonts.look(composed.fontFamily()),
        () -> content.published().release(),
        events::service,
        this::takenOut,
        this::end);
  }

  private void takenOut(Optional<Reason> reason) {
    takenOut = reason;
    serve();
  }

  /** Nobody is served where a technician says so, or where there is nothing to show. */
  private void serve() {
    boolean nothing =
        switch (content.published().state().get()) {
          case ContentState.Missing _, ContentState.Damaged _ -> true;
          case ContentState.Opening _, ContentState.Shown _ -> false;
        };
    boolean enrols =
        isNobodys && !(content.published().state().get() instanceof ContentState.Shown);
    composed.enrols(enrols);
    Optional<Reason> reason =
        takenOut.or(() -> nothing && !enrols ? Optional.of(Reason.NO_CONTENT) : Optional.empty());
    composed.technicianArea().ifPresent(area -> area.outOfService(reason));
  }

  /** Shows the first frame; content and devices come after it. */
  void show() {
    composed.connect(caseLine());
    if (isNobodys) {
      composed.connect(
          new EnrolOverlay(
              options.language(),
              new EnrolLine(options.data(), Platform::runLater),
              System::nanoTime,
              Platform::runLater,
              this::end));
    }
    composed.connect(service, config.contact());
    Scene scene = composed.scene(bounds.width(), bounds.height());
    FirstFrame.of(scene, this::firstFrameShown);
    composed.navigator().attract();
    stage(scene).show();
    content.published().state().subscribe(status::shown);
    content.published().state().subscribe(events::shown);
    content.published().state().subscribe(this::serve);
    content.onDamage(events::damaged);
    desk.onEnd(events::printed);
    composed.navigator().onOpened(events::opened);
    composed.session().active().subscribe(visit::set);
    composed.session().onUse(events::used);
    composed.session().onEnd(events::visitEnded);
    content.start();
    composed.start();
    composed.session().onEnd(() -> Platform.runLater(System::gc));
  }

  private CaseLine caseLine() {
    return new CaseLine(
        new VisitLine.Parts(
            options.data(),
            config.terminal().id(),
            VisitLine.Pace.USUAL,
            Clock.systemUTC(),
            new SecureRandom(),
            Platform::runLater),
        composed.session(),
        () ->
            content
                .published()
                .release()
                .flatMap(release -> Optional.ofNullable(release.intakeKey()))
                .flatMap(SealKey::parse));
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
    events.start();
    Platform.runLater(() -> Fonts.test(composed.fontFamily()));
    Executor dictionaries =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("dictionaries").daemon().factory());
    new KeyboardWords(inputMethod, content, dictionaries, Platform::runLater)
        .start(content.published().state());
    Thread.ofPlatform().name("devices").daemon().start(this::openDevices);
    files.prepare();
  }

  private void openDevices() {
    try {
      Files.createDirectories(options.data().resolve("status"));
      Devices devices =
          Devices.open(
              config.settings().properties(),
              new CounterFile(options.data().resolve("status").resolve("counters.properties")));
      devices.all().forEach(status::watch);
      devices.all().forEach(events::watch);
      Platform.runLater(() -> connect(devices));
      DeviceDoor.open(options.data(), devices, visit::get);
    } catch (DeviceConfigurationException e) {
      System.err.println("kiosk: " + e.getMessage() + "; the terminal runs without its devices");
    } catch (IOException e) {
      System.err.println("kiosk: " + e.getMessage() + "; technicians cannot ask for the devices");
    }
  }

  private void connect(Devices devices) {
    composed.connect(new CardReaders(devices.idCardReader(), devices.socialCardReader()));
    service.connect(devices);
    devices.receiptPrinter().ifPresent(desk::connect);
    composed.connect(devices.scanner());
    composed.absence(config.settings().absence());
    Senses.follow(devices.every(PresenceSensor.class), Platform::runLater, composed::presence);
    Senses.follow(devices.every(DoorSwitch.class), Platform::runLater, composed::door);
    devices.pagePrinter().ifPresent(pages::connect);
  }

  private void end() {
    content.close();
    files.close();
    status.close();
    Platform.exit();
  }

  private static WindowBounds wholeScreen() {
    Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
    return new WindowBounds(
        (int) screen.getWidth(),
        (int) screen.getHeight(),
        (int) screen.getMinX(),
        (int) screen.getMinY());
  }
}
