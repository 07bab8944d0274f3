package org.openhall.device.page;

import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.openhall.device.Capabilities;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.fuzz.FuzzTarget;

/**
 * Any bytes as a printer's answer by IPP: refused, or a message of which everything that the driver
 * looks at can be looked at.
 */
public final class IppAnswerFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "ipp-answer";
  }

  @Override
  public List<byte[]> seeds() {
    URI printer = URI.create("ipp://192.0.2.7/ipp/print");
    return List.of(
        bytes(
            IppPacket.getPrinterAttributes(printer, Types.printerState, Types.mediaReady).build()),
        bytes(IppPacket.response(Status.serverErrorBusy).build()),
        bytes(
            IppPacket.response(Status.successfulOk)
                .putPrinterAttributes(
                    Types.operationsSupported.of(Operation.createJob, Operation.sendDocument),
                    Types.documentFormatSupported.of(Offer.PDF, Offer.RASTER),
                    Types.mediaReady.of(Offer.A4),
                    Types.printerStateReasons.of("media-empty-error", "toner-low"),
                    Types.colorSupported.of(true))
                .putJobAttributes(
                    Types.jobName.of("it"), Types.jobStateReasons.of("job-completed-with-errors"))
                .build()));
  }

  private static byte[] bytes(IppPacket packet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IppOutputStream out = new IppOutputStream(bytes)) {
      out.write(packet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        attribute("23", "printer-state", "00000003"),
        attribute("44", "printer-state-reasons", "6E6F6E65"),
        attribute("33", "job-k-octets-supported", "0000000000000001"),
        attribute("32", "pwg-raster-document-resolution-supported", "0000012C0000012C03"),
        attribute("23", "job-state", "00000009"),
        attribute("21", "marker-levels", "00000005"),
        attribute("34", "media-col-ready", ""),
        HexFormat.of().parseHex("3700000000"),
        HexFormat.of().parseHex("04"));
  }

  private static byte[] attribute(String tag, String name, String value) {
    return HexFormat.of()
        .parseHex(
            "%s%04X%s%04X%s"
                .formatted(
                    tag,
                    name.length(),
                    HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)),
                    value.length() / 2,
                    value));
  }

  @Override
  public void run(byte[] input) {
    try {
      AnswerShape.require(input);
      look(IppLink.parse(input));
    } catch (DeviceFaultException e) {
      if (String.valueOf(e.getMessage()).isEmpty()) {
        throw new AssertionError("a fault without words", e);
      }
    } catch (IOException e) {
      if (input.length < 8) {
        throw new AssertionError("the shape was not looked at", e);
      }
    }
  }

  private static void look(IppPacket answer) {
    Offer offer = new Offer(answer);
    JobView job = JobView.of(answer, "it");
    String seen =
        Answers.code(answer)
            + Answers.done(answer)
            + Answers.notFound(answer)
            + Answers.refusal(answer)
            + offer.condition()
            + offer.capabilities(Capabilities.of("form-printer"))
            + offer.numbersJobs()
            + offer.plainBacks()
            + offer.knowsA4()
            + offer.takesBytes(1L << 20)
            + job
            + job.begun()
            + job.ended()
            + job.unreadable();
    if (seen.isEmpty()) {
      throw new AssertionError("nothing was seen");
    }
  }
}
