package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the script starts the kiosk, taken from one that runs.
 *
 * @param machine the Java machine and its options, up to the class path
 * @param program class path, main class and the program's words
 */
record KioskCommand(List<String> machine, List<String> program) {
  private static final String CACHE = "-XX:AOTCache=";

  static KioskCommand of(List<String> commandLine) {
    int classPath = commandLine.indexOf("-cp");
    return new KioskCommand(
        List.copyOf(commandLine.subList(0, classPath)),
        List.copyOf(commandLine.subList(classPath, commandLine.size())));
  }

  /** Ends when its first frame is drawn. */
  List<String> untilFirstFrame() {
    return Stream.of(machine, program, List.of("--once-first-frame"))
        .flatMap(List::stream)
        .toList();
  }

  /** The same without the quick start. */
  KioskCommand plain() {
    return new KioskCommand(
        machine.stream().filter(option -> !option.startsWith(CACHE)).toList(), program);
  }

  boolean hasQuickStart() {
    return machine.stream().anyMatch(option -> option.startsWith(CACHE));
  }

  /** Another program of ours, run by the same machine with the same options. */
  List<String> running(Class<?> main, String... words) {
    List<String> command = new ArrayList<>(plain().machine());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(words));
    return command;
  }
}
