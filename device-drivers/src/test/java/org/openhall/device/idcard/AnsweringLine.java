package org.openhall.device.idcard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.openhall.device.transport.Line;

/** A line to a module that answers at once, each command with what a test put down for it. */
final class AnsweringLine implements Line {

  private final Map<String, Queue<byte[]>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private byte[] coming = {};

  /** A module on which a card lies that says this when it is read. */
  static AnsweringLine withCard(byte[] readReply) {
    return new AnsweringLine()
        .then(ScriptedModule.FIND, CardText.reply(0, 0, 0x9F, 0, 0, 0, 0))
        .then(ScriptedModule.SELECT, CardText.reply(0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0))
        .then(ScriptedModule.READ, readReply);
  }

  /** Answers so the next time; the last of a command's answers is given for ever. */
  AnsweringLine then(String command, byte[] answer) {
    answers.computeIfAbsent(command, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** Answers so instead of what was put down before. */
  AnsweringLine instead(String command, byte[] answer) {
    answers.remove(command);
    return then(command, answer);
  }

  /** What was asked, as command and parameter in hexadecimal. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void write(byte[] bytes) {
    String command = HexFormat.of().withUpperCase().formatHex(bytes, 7, 9);
    asked.add(command);
    Queue<byte[]> queue = answers.getOrDefault(command, new ArrayDeque<>());
    coming = queue.size() > 1 ? queue.remove() : queue.isEmpty() ? new byte[0] : queue.element();
  }

  @Override
  public int read(byte[] buffer, int offset, Duration timeout) {
    int count = Math.min(coming.length, buffer.length - offset);
    System.arraycopy(coming, 0, buffer, offset, count);
    coming = Arrays.copyOfRange(coming, count, coming.length);
    return count;
  }

  @Override
  public void wake() {}

  @Override
  public void close() {}
}
