package org.openhall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.simulator.control.UsageException;

class ArgumentsTest {

  @TempDir Path folder;

  @Test
  void readsHowToRun() throws UsageException {
    Invocation run =
        Arguments.parse(
            "--data",
            folder.toString(),
            "run",
            "--printer-port",
            "9100",
            "--vpcd",
            "reader:1234",
            "--panel",
            "900x800+10+20");
    assertEquals(
        new Invocation.Run(
            new Invocation.RunOptions(
                folder,
                new Simulator.Options(
                    9100, 576, InetSocketAddress.createUnresolved("reader", 1234)),
                new Rectangle(10, 20, 900, 800),
                "zh-CN")),
        run);
  }

  @Test
  void passesACommandOnAsOneLine() throws UsageException {
    assertEquals(
        new Invocation.Control(folder, "line cut after 20", true),
        Arguments.parse("--data", folder.toString(), "line", "cut", "after", "20", "--json"));
  }

  @Test
  void namesACardFileOfTheCallersInFull() throws IOException, UsageException {
    Path file = Files.createFile(folder.resolve("my card.properties"));
    Path near = Path.of("").toAbsolutePath().relativize(file);
    assertEquals(
        new Invocation.Control(folder, "lay " + file, false),
        Arguments.parse("--data", folder.toString(), "lay", near.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "'--data DIR run --printer-port 70000', 'from 0 (any) to 65535'",
    "'--data DIR run --paper 57',           '80 or 58'",
    "'--data DIR run --panel big',          'WIDTHxHEIGHT'",
    "'--data DIR run --vpcd reader',        'HOST:PORT'",
    "'--data DIR run --vpcd reader:70000',  'HOST:PORT'",
    "'--data DIR play',                     'one file'",
    "'--data DIR run now',                  'leave out'",
    "'--data DIR',                          'No command'",
    "'run',                                 '--data DIR is missing'",
    "'--data DIR paper wet',                'ok, near-end, out'",
    "'--data DIR --colour run',             'Unknown option --colour'",
    "'run --data',                          'needs a value'",
  })
  void refusesWhatItDoesNotUnderstandInOneSentence(String line, String expected) {
    UsageException refused =
        assertThrows(
            UsageException.class,
            () -> Arguments.parse(line.replace("DIR", folder.toString()).split(" ")));
    assertTrue(refused.toString().contains(expected), refused.toString());
  }
}
