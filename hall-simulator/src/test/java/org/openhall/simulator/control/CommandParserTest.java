package org.openhall.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.simulator.idmodule.Fault;
import org.openhall.simulator.printer.Cover;
import org.openhall.simulator.printer.Paper;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.Door;
import org.openhall.simulator.sensor.Presence;
import org.openhall.simulator.sensor.SensorFault;
import org.openhall.simulator.smartcard.ChipFault;

class CommandParserTest {

  @Test
  void understandsEachCommand() throws UsageException {
    assertEquals(new Command.LayCard("zhang"), CommandParser.parse("card zhang"));
    assertEquals(
        new Command.LayCard("/a b.properties"), CommandParser.parse("card /a b.properties"));
    assertEquals(new Command.TakeCard(), CommandParser.parse("card none"));
    assertEquals(new Command.ListCards(), CommandParser.parse("cards"));
    assertEquals(new Command.SetPaper(Paper.NEAR_END), CommandParser.parse(" paper  near-end "));
    assertEquals(new Command.SetCover(Cover.OPEN), CommandParser.parse("cover open"));
    assertEquals(new Command.SetModule(Fault.MUTE), CommandParser.parse("module mute"));
    assertEquals(new Command.InsertChip("social-3"), CommandParser.parse("chip social-3"));
    assertEquals(new Command.RemoveChip(), CommandParser.parse("chip none"));
    assertEquals(new Command.ListChips(), CommandParser.parse("chips"));
    assertEquals(
        new Command.SetSlot(ChipFault.WRONG_STATUS), CommandParser.parse("slot wrong-status"));
    assertEquals(new Command.CutLine(0), CommandParser.parse("line cut"));
    assertEquals(new Command.CutLine(120), CommandParser.parse("line cut after 120"));
    assertEquals(new Command.MendLine(), CommandParser.parse("line ok"));
    assertEquals(new Command.Scan("a b\nc"), CommandParser.parse("scan a b\\nc"));
    assertEquals(new Command.ScanSlip(), CommandParser.parse("scan slip"));
    assertEquals(new Command.SetScanner(ScannerFault.GONE), CommandParser.parse("scanner gone"));
    assertEquals(new Command.SetPresence(Presence.NEAR), CommandParser.parse("presence near"));
    assertEquals(new Command.SetDoor(Door.CLOSED), CommandParser.parse("door closed"));
    assertEquals(
        new Command.SetSensors(SensorFault.FLAPPING), CommandParser.parse("sensors flapping"));
  }

  @ParameterizedTest
  @CsvSource({
    "paper empty,        'ok, near-end, out'",
    "cover,              'closed, open'",
    "line cut after all, 'cut after BYTES'",
    "card,               'cards'",
    "chip,               'chips'",
    "slot broken,        'ok, mute, tear, wrong-status, truncated, endless'",
    "status now,         'stands alone'",
    "paint,              'card, cards, module, chip, chips, slot, paper, cover, cutter, printer, line, scan, scanner, presence, door, sensors, show, status'",
  })
  void refusesWhatItDoesNotKnowAndListsWhatIsPossible(String line, String expected) {
    UsageException refused = assertThrows(UsageException.class, () -> CommandParser.parse(line));
    assertTrue(refused.toString().contains(expected), refused.toString());
  }
}
