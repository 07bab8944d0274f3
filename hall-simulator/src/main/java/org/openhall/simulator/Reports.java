package org.openhall.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.PrinterStatus;
import org.openhall.simulator.printer.Slip;
import org.openhall.simulator.smartcard.CardSlot;

/** Says what came out of the printer, and how the devices are. */
final class Reports {

  private Reports() {}

  static Answer paper(EmulatedPrinter printer) {
    try {
      printer.awaitSlips();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return printer
        .latestSlip()
        .map(Reports::paper)
        .orElseGet(() -> Answer.refused("No paper has come out yet. Print something first."));
  }

  private static Answer paper(Slip slip) {
    List<String> lines = new ArrayList<>();
    lines.add("Slip " + slip.number() + ": " + slip.picture());
    lines.addAll(slip.lines());
    slip.qrTexts().forEach(text -> lines.add("QR code: " + text));
    return new Answer(
        true,
        lines,
        Map.of(
            "number", slip.number(),
            "picture", slip.picture().toString(),
            "text", slip.textFile().toString(),
            "lines", slip.lines(),
            "qr", slip.qrTexts()));
  }

  static Answer status(Simulator simulator, Path data) {
    Map<String, Object> module = module(simulator, data);
    Map<String, Object> printer = printer(simulator.printer());
    List<String> lines = new ArrayList<>();
    lines.add("ID module  " + described(module));
    Map<String, Object> slot = slot(simulator.slot());
    lines.add("Card slot  " + described(slot));
    lines.add("Printer    " + described(printer));
    simulator.printer().status().errors().forEach(error -> lines.add("  error: " + error));
    Map<String, Object> facts =
        new TreeMap<>(Map.of("id-module", module, "card-slot", slot, "printer", printer));
    simulator
        .sensors()
        .facts()
        .forEach((name, sensor) -> {
          facts.put(name, sensor);
          lines.add("%-10s %s".formatted(name, described(sensor)));
        });
    return new Answer(true, lines, facts);
  }

  private static Map<String, Object> module(Simulator simulator, Path data) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("path", data.resolve("id-module").toString());
    facts.put("card", simulator.idModule().card().map(Card::name).orElse("none"));
    facts.put("read", simulator.idModule().cardWasRead());
    facts.put("fault", CommandParser.spelling(simulator.idModule().fault()));
    return facts;
  }

  private static Map<String, Object> slot(CardSlot slot) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("chip", slot.chip().map(Chip::name).orElse("none"));
    facts.put("vpcd", slot.vpcd().getHostString() + ":" + slot.vpcd().getPort());
    facts.put("connected", slot.connected());
    facts.put("read", slot.cardWasRead());
    slot.refusal().ifPresent(why -> facts.put("trouble", "vpcd: " + why + "; called again"));
    facts.put("fault", CommandParser.spelling(slot.fault()));
    facts.put("commands", slot.commands().size());
    return facts;
  }

  private static Map<String, Object> printer(EmulatedPrinter printer) {
    PrinterStatus status = printer.status();
    Map<String, Object> facts = new TreeMap<>();
    facts.put("port", printer.port());
    facts.put("paper", CommandParser.spelling(status.paper()));
    facts.put("cover", CommandParser.spelling(status.cover()));
    facts.put("cutter", CommandParser.spelling(status.cutter()));
    facts.put("switch", CommandParser.spelling(status.position()));
    facts.put("line", status.lineCut() ? "cut" : "ok");
    facts.put("connected", status.connected());
    facts.put("held-bytes", status.heldBytes());
    facts.put("uncut-pieces", status.pendingItems());
    facts.put("latest-slip", printer.latestSlip().map(Slip::number).orElse(0));
    facts.put("errors", status.errors());
    return facts;
  }

  private static String described(Map<String, Object> facts) {
    List<String> parts = new ArrayList<>();
    facts.forEach((key, value) -> {
      if (!(value instanceof List<?>)) {
        parts.add(key + " " + value);
      }
    });
    return String.join(", ", parts);
  }
}
