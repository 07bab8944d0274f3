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
    assertEquals(new Command.LayCard("zhang"), CommandParser.parse("lay zhang"));
    assertEquals(new Command.SwapCard("social-3"), CommandParser.parse("swap social-3"));
    assertEquals(new Command.TakeCard(Place.ANYWHERE), CommandParser.parse("take"));
    assertEquals(new Command.TakeCard(Place.SLOT), CommandParser.parse("take slot"));
    assertEquals(new Command.TearCard(0), CommandParser.parse("tear"));
    assertEquals(new Command.TearCard(40), CommandParser.parse("tear after 40"));
    assertEquals(
        new Command.WaitFor(Condition.CARD_READ, 60), CommandParser.parse("wait-for card-read"));
    assertEquals(
        new Command.WaitFor(Condition.SLIP, 5), CommandParser.parse("wait-for slip within 5"));
    assertEquals(new Command.Pause(2), CommandParser.parse("pause 2"));
    assertEquals(
        new Command.LayCard("/a b.properties"), CommandParser.parse("lay /a b.properties"));
    assertEquals(new Command.ListCards(), CommandParser.parse("cards"));
    assertEquals(new Command.SetPaper(Paper.NEAR_END), CommandParser.parse(" paper  near-end "));
    assertEquals(new Command.SetCover(Cover.OPEN), CommandParser.parse("cover open"));
    assertEquals(new Command.SetModule(Fault.MUTE), CommandParser.parse("module mute"));
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

  @Test
  void understandsTheWordsOfEarlierVersions() throws UsageException {
    assertEquals(new Command.LayCard("zhang"), CommandParser.parse("card zhang"));
    assertEquals(new Command.TakeCard(Place.MODULE), CommandParser.parse("card none"));
    assertEquals(new Command.LayCard("social-3"), CommandParser.parse("chip social-3"));
    assertEquals(new Command.TakeCard(Place.SLOT), CommandParser.parse("chip none"));
    assertEquals(new Command.ListCards(), CommandParser.parse("chips"));
  }

  @ParameterizedTest
  @CsvSource({
    "paper empty,        'ok, near-end, out'",
    "cover,              'closed, open'",
    "line cut after all, 'cut after BYTES'",
    "lay,                'cards'",
    "take pocket,        'take, take module, take slot'",
    "tear at once,       'tear after BYTES'",
    "wait-for godot,     'card, card-read, no-card, reader-service, terminal, printed, slip'",
    "wait-for,           'card, card-read'",
    "wait-for slip within 0, '1 to 600 seconds'",
    "pause,              '1 to 600 seconds'",
    "'lay a\u0000b',     'without controls'",
    "slot broken,        'ok, mute, tear, wrong-status, truncated, endless'",
    "status now,         'stands alone'",
    "paint,              'lay, swap, take, tear, cards, module, slot, paper, cover, cutter, printer, line, scan, scanner, presence, door, sensors, show, status, wait-for, pause'",
  })
  void refusesWhatItDoesNotKnowAndListsWhatIsPossible(String line, String expected) {
    UsageException refused = assertThrows(UsageException.class, () -> CommandParser.parse(line));
    assertTrue(refused.toString().contains(expected), refused.toString());
  }
}
