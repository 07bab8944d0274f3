package org.openhall.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.device.DeviceSettings;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.printer.EscPosDriver;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Slip;

/** Every page is taken away: off the screen by two readers of codes, and on the emulated paper. */
class TakeawayTest {
  private static final double DOTS_PER_MILLIMETRE = 8;
  private static final Pattern HEAD =
      Pattern.compile("(.+?)（(\\d+)/(\\d+)）\u3000(.+?)\n.*", Pattern.DOTALL);
  private static final Pattern CENTIMETRES = Pattern.compile("长约 (\\d+) 厘米");
  private static final int MOST_CODES = 6;

  /** What no record says: the headings of the form of annual reports, and whose hall this is. */
  private static final List<String> FORM =
      List.of(
          "总体情况",
          "主动公开政府信息情况",
          "收到和处理政府信息公开申请情况",
          "政府信息公开行政复议、行政诉讼情况",
          "存在的主要问题及改进情况",
          "其他需要报告的事项",
          "示例市政务服务中心1楼大厅");

  /**
   * Ways to pages, which say nothing themselves; the visit, which has a receipt of its own; and a
   * person's case, which is asked live and stays on the screen.
   */
  private static final Set<Class<? extends Destination>> NOT_TAKEN =
      Set.of(
          Destination.Attract.class,
          Destination.Cases.class,
          Destination.Home.class,
          Destination.Disclosure.class,
          Destination.Identify.class);

  @TempDir Path folder;
  private EmulatedPrinter paper;
  private ReceiptPrinter printer;
  private GalleryContent content;
  private CodeReaders readers;
  private OwnWords own;
  private final List<String> invented = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    ScreenThread.start(folder);
    content = GalleryContent.build(folder.resolve("content"));
    paper = EmulatedPrinter.start(new EmulatedPrinter.Options(0, 576, folder), () -> {});
    String address = "escpos:tcp:127.0.0.1:" + paper.port();
    printer =
        (ReceiptPrinter)
            new EscPosDriver().open(new DeviceSettings("receipt-printer", address, Map.of()));
    readers = new CodeReaders(folder);
    own = OwnWords.of(content.records(), written());
  }

  /** What stands in the files of the hall and in no record. */
  private List<String> written() throws IOException {
    List<String> written = new ArrayList<>(FORM);
    for (Attachment file : files().values()) {
      Path path = content.folder(Scenery.SHOWN).resolve(file.target());
      if (file.mediaType().equals("application/pdf")) {
        try (PDDocument document = Loader.loadPDF(path.toFile())) {
          written.add(new PDFTextStripper().getText(document));
        }
      } else if (file.mediaType().startsWith("text/")) {
        written.add(Files.readString(path));
      }
    }
    return written;
  }

  /** One attachment of each type. */
  private Map<String, Attachment> files() {
    Map<String, Attachment> files = new TreeMap<>();
    content.records().stream()
        .flatMap(record -> Attachments.of(record).stream())
        .forEach(file -> files.putIfAbsent(file.mediaType(), file));
    return files;
  }

  @AfterEach
  void close() {
    printer.close();
    paper.close();
  }

  @Test
  void everyKindOfPageIsTakenAwayHere() {
    Set<Class<?>> kinds =
        pages().stream().map(it -> it.destination().getClass()).collect(Collectors.toSet());
    Set<Class<?>> rest = new HashSet<>(Set.of(Destination.class.getPermittedSubclasses()));
    rest.removeAll(kinds);

    assertEquals(NOT_TAKEN, rest, "a page is taken away, or says why not");
  }

  @Test
  void everyPageIsCarriedByItsCodesAndPrintedAsLongAsWasSaid() throws Exception {
    System.out.println(
        "TakeawayTest: zbarimg " + (CodeReaders.hasZbarimg() ? "reads too" : "is not installed"));
    try (Stand stand = stand()) {
      for (Exhibit page : pages()) {
        take(stand, page);
      }
    }
    assertEquals(List.of(), invented, "nobody wrote this");
  }

  /** Keeps what nobody wrote; there may be none of it once all is taken. */
  private void invented(String page, String text) {
    own.foreignIn(text).forEach(run -> invented.add(page + ": " + run));
  }

  private void take(Stand stand, Exhibit page) throws Exception {
    var _ = stand.picture(page);
    while (stand.offers("choice-*")) {
      stand.press("choice-*");
    }
    stand.press("takeaway");
    List<String> codes = codes(stand, page.name());
    String text = codes.stream().map(TakeawayTest::rest).collect(Collectors.joining());
    invented(page.name(), String.join("\n", codes));
    assertTrue(text.length() > 1, page.name());
    long centimetres = centimetres(stand.words("takeaway-length", CENTIMETRES.asPredicate()));
    stand.press("takeaway-print");
    var _ = stand.words("takeaway-print-state", words -> words.startsWith("已打印"));
    Slip slip = slip();
    Picture printed = Picture.read(slip.picture());
    System.out.println(
        "  %s: %d codes, %d cm, paper %d"
            .formatted(page.name(), codes.size(), centimetres, printed.height()));
    assertEquals(
        centimetres,
        (long) Math.ceil(Math.ceil(printed.height() / DOTS_PER_MILLIMETRE) / 10),
        page.name());
    invented(page.name(), String.join("\n", slip.lines()));
    codeOnPaper(page.name(), printed);
    stand.press("takeaway-close");
  }

  /** All codes, each standing alone: its page's title, which of how many, who issued it. */
  private List<String> codes(Stand stand, String page) throws Exception {
    List<String> codes = new ArrayList<>();
    Matcher first = head(page, readers.only(shown(stand)));
    int all = Integer.parseInt(first.group(3));
    assertTrue(all <= MOST_CODES, page);
    codes.add(first.group());
    while (codes.size() < all) {
      stand.press("takeaway-next");
      Matcher head = head(page, readers.only(shown(stand)));
      assertEquals(first.group(1), head.group(1));
      assertEquals(codes.size() + 1, Integer.parseInt(head.group(2)), page);
      assertEquals(all, Integer.parseInt(head.group(3)), page);
      assertEquals(first.group(4), head.group(4), page + " names its issuer");
      codes.add(head.group());
    }
    return codes;
  }

  private static Picture shown(Stand stand) throws IOException {
    var _ = stand.words("takeaway-number", words -> !words.isEmpty());
    return stand.shoot();
  }

  /** A code on the paper carries the text itself, or leads to the original. */
  private void codeOnPaper(String page, Picture printed) throws Exception {
    String code = readers.only(printed);
    if (!code.startsWith("http")) {
      assertEquals("1", head(page, code).group(2));
      invented(page, code);
    }
  }

  private static Matcher head(String page, String code) {
    Matcher head = HEAD.matcher(code);
    assertTrue(head.matches(), page + " has title, number and issuer: " + code);
    return head;
  }

  private static String rest(String code) {
    return code.substring(code.indexOf('\n') + 1);
  }

  private static long centimetres(String words) {
    Matcher matcher = CENTIMETRES.matcher(words);
    assertTrue(matcher.find(), words);
    return Long.parseLong(matcher.group(1));
  }

  private Slip slip() throws InterruptedException {
    paper.awaitSlips();
    return paper.latestSlip().orElseThrow();
  }

  /** At least one page of every kind; of those that differ within a kind, each. */
  private List<Exhibit> pages() {
    List<Exhibit> pages = new ArrayList<>();
    files()
        .forEach((type, file) ->
            pages.add(Exhibit.of("file " + type, Scenery.SHOWN, new Destination.FilePage(file))));
    Exhibits.of(content.records()).stream()
        .filter(it -> it.scenery() == Scenery.SHOWN && it.presses().isEmpty())
        .filter(it -> !NOT_TAKEN.contains(it.destination().getClass()))
        .filter(it -> !(it.destination() instanceof Destination.Search))
        .forEach(pages::add);
    pages.add(
        Exhibit.of("search", Scenery.SHOWN, new Destination.Search(), "key-S", "key-F", "key-Z"));
    return pages;
  }

  private Stand stand() throws IOException {
    return Stand.open(
        new Stand.Setting(
            content.folder(Scenery.SHOWN), Scenery.SHOWN, Language.CHINESE, Orientation.PORTRAIT),
        new InputMethod(InputMethod.DEBIAN, true),
        Optional.of(printer));
  }
}
