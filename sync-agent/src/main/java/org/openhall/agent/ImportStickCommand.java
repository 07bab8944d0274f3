package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.stick.StickImport;
import org.openhall.agent.stick.StickOutcome;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;

/** {@code import-stick DIR}: takes the content from a stick, with progress. */
final class ImportStickCommand extends TerminalCommand {

  @Override
  Exit run(Terminal terminal, InstanceLock lock, Arguments arguments, Console console)
      throws IOException, WrongArgumentException {
    try (lock) {
      Path stick =
          Path.of(
              arguments.operand().orElseThrow(() -> new WrongArgumentException("wrong.no-stick")));
      Clock clock = Clock.systemUTC();
      Membership member = Membership.of(terminal.data(), terminal.identity(), clock).orElseThrow();
      StickOutcome outcome =
          new StickImport(terminal, member, console.words(), clock)
              .run(stick, new ProgressLine(console));
      Exit exit = finish(outcome, console);
      console.result(object(outcome, console));
      return exit;
    }
  }

  private static Exit finish(StickOutcome outcome, Console console) {
    return switch (outcome) {
      case StickOutcome.Imported _, StickOutcome.AlreadyShown _ -> {
        console.say(outcome.words());
        yield Exit.DONE;
      }
      case StickOutcome.Incomplete it -> {
        it.leftOut().forEach(console::warn);
        yield console.fail(Exit.REFUSED, outcome.words());
      }
      case StickOutcome.Older _, StickOutcome.NoRepository _ ->
          console.fail(Exit.REFUSED, outcome.words());
      case StickOutcome.Gone _ -> console.fail(Exit.OFFICE_AWAY, outcome.words());
      case StickOutcome.Refused it -> {
        console.warn(it.words());
        yield console.fail(
            isOfTheDisk(it.outcome()) ? Exit.MACHINE_FAILED : Exit.REFUSED,
            Sentence.of("stick.refused", it.finished().release()));
      }
    };
  }

  private static boolean isOfTheDisk(SyncOutcome outcome) {
    return outcome instanceof SyncOutcome.StorageFull || outcome instanceof SyncOutcome.Failed;
  }

  private static Map<String, Object> object(StickOutcome outcome, Console console) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("outcome", outcome.getClass().getSimpleName());
    outcome
        .run()
        .ifPresent(run -> {
          object.put("release", run.release());
          object.put("bytes", run.bytes());
          object.put("files", run.files().map(FilesOutcome::present).orElse(0));
        });
    object.put("detail", console.words().say(outcome.words()));
    return object;
  }
}
