package org.openhall.device.page;

import com.hp.jipp.encoding.AttributeSetType;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.openhall.device.Capabilities;
import org.openhall.device.PagePrinter;
import org.openhall.device.Supply;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;

/** What a printer says of itself: how it is, what it takes, what lies in it. */
record Offer(IppPacket said) {

  static final String PDF = "application/pdf";
  static final String RASTER = "image/pwg-raster";
  static final String A4 = "iso_a4_210x297mm";
  static final String TWO_SIDED = "two-sided-long-edge";

  private static final String GREY = "sgray_8";
  private static final int WANTED_DOTS = 300;
  private static final int LEAST_DOTS = 150;
  private static final int MOST_DOTS = 600;

  /** Where a printer does not say when a supply is low (PWG 5100.9 marker-low-levels). */
  private static final int LOW_PERCENT = 10;

  private static final IntType.Set LEVELS = new IntType.Set("marker-levels");
  private static final IntType.Set LOW_LEVELS = new IntType.Set("marker-low-levels");
  private static final KeywordType.Set SUPPLY_TYPES = new KeywordType.Set("marker-types");

  private static final AttributeType<?>[] ASKED = {
    Types.printerState,
    Types.printerStateReasons,
    Types.printerIsAcceptingJobs,
    Types.printerMakeAndModel,
    Types.operationsSupported,
    Types.documentFormatSupported,
    Types.sidesSupported,
    Types.mediaReady,
    Types.mediaSupported,
    Types.colorSupported,
    Types.jobKOctetsSupported,
    Types.pwgRasterDocumentTypeSupported,
    Types.pwgRasterDocumentResolutionSupported,
    Types.pwgRasterDocumentSheetBack,
    LEVELS,
    LOW_LEVELS,
    SUPPLY_TYPES,
  };

  /** Asks for it. */
  static Offer of(IppLink link) throws DeviceFaultException {
    IppPacket answer = link.ask(IppPacket.getPrinterAttributes(link.address().printer(), ASKED));
    Answers.requireDone(answer);
    return new Offer(answer);
  }

  Condition condition() {
    return StateReasons.condition(
        one(Types.printerState),
        one(Types.printerIsAcceptingJobs).orElse(true),
        strings(Types.printerStateReasons),
        toner());
  }

  Capabilities capabilities(Capabilities profile) {
    Capabilities known =
        profile
            .ofModel(model())
            .with(PagePrinter.FORMATS, formats())
            .with(PagePrinter.TWO_SIDED, twoSided())
            .with(PagePrinter.COLOUR, one(Types.colorSupported).orElse(false));
    List<String> ready = strings(Types.mediaReady);
    return ready.isEmpty() ? known : known.with(PagePrinter.A4, ready.contains(A4));
  }

  /** Maker and model; empty where it does not say. */
  String model() {
    return one(Types.printerMakeAndModel).map(text -> Answers.plain(text.getValue())).orElse("");
  }

  /** Whether it gives a job a number before it takes the document. */
  boolean numbersJobs() {
    List<Operation> can = said.getValues(Tag.printerAttributes, Types.operationsSupported);
    return can.contains(Operation.createJob) && can.contains(Operation.sendDocument);
  }

  boolean takesPdf() {
    return strings(Types.documentFormatSupported).contains(PDF);
  }

  /** Dots to the inch at which it takes grey pages; empty if it takes none. */
  OptionalInt rasterDots() {
    if (!strings(Types.documentFormatSupported).contains(RASTER)
        || !strings(Types.pwgRasterDocumentTypeSupported).contains(GREY)) {
      return OptionalInt.empty();
    }
    int[] dots =
        said.getValues(Tag.printerAttributes, Types.pwgRasterDocumentResolutionSupported).stream()
            .filter(r -> r.getUnit().equals(ResolutionUnit.dotsPerInch) && r.getX() == r.getY())
            .mapToInt(Resolution::getX)
            .filter(n -> n >= LEAST_DOTS && n <= MOST_DOTS)
            .sorted()
            .toArray();
    OptionalInt fine = IntStream.of(dots).filter(n -> n >= WANTED_DOTS).findFirst();
    return fine.isPresent() ? fine : IntStream.of(dots).max();
  }

  boolean twoSided() {
    return strings(Types.sidesSupported).contains(TWO_SIDED);
  }

  /** Whether the back of a drawn sheet needs no turning. */
  boolean plainBacks() {
    return one(Types.pwgRasterDocumentSheetBack).orElse("normal").equals("normal");
  }

  boolean knowsA4() {
    return strings(Types.mediaSupported).contains(A4);
  }

  boolean takesBytes(long length) {
    return one(Types.jobKOctetsSupported)
        .map(range -> range.getEndInclusive() <= 0 || length / 1024 <= range.getEndInclusive())
        .orElse(true);
  }

  /** The forms of documents that it takes and we can send, parted by blanks. */
  String formats() {
    String raster = rasterDots().isPresent() ? "pwg-raster" : "";
    return ((takesPdf() ? "pdf " : "") + raster).strip();
  }

  private Supply.Level toner() {
    List<Integer> levels = said.getValues(Tag.printerAttributes, LEVELS);
    List<Integer> low = said.getValues(Tag.printerAttributes, LOW_LEVELS);
    List<String> types = strings(SUPPLY_TYPES);
    Supply.Level worst = Supply.Level.UNKNOWN;
    for (int i = 0; i < levels.size(); i++) {
      boolean waste = i < types.size() && types.get(i).startsWith("waste");
      if (levels.get(i) >= 0 && !waste) {
        int limit = i < low.size() && low.get(i) >= 0 ? low.get(i) : LOW_PERCENT;
        Supply.Level level = levels.get(i) <= limit ? Supply.Level.LOW : Supply.Level.ENOUGH;
        worst = level.compareTo(worst) > 0 ? level : worst;
      }
    }
    return worst;
  }

  private List<String> strings(AttributeSetType<?> type) {
    return said.getStrings(Tag.printerAttributes, type);
  }

  private <T> Optional<T> one(AttributeType<T> type) {
    return Answers.one(said, Tag.printerAttributes, type);
  }
}
