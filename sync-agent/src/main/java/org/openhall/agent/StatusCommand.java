package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.PushStatus;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;

/** {@code status}: who the terminal is and what the agent last did. */
final class StatusCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    Path data = arguments.data();
    Optional<TerminalIdentity> identity = Identity.read(data, console);
    if (identity.isEmpty()) {
      return Exit.REFUSED;
    }
    console.say(
        Sentence.of("status.terminal", identity.get().terminalId(), identity.get().office()));
    Optional<AgentStatus> status = StatusFile.agent(data).read();
    status.ifPresentOrElse(s -> say(s, console), () -> console.say(Sentence.of("status.never")));
    Optional<PushStatus> push = StatusFile.push(data).read();
    push.ifPresent(p -> say(p, console));
    SpoolFolder spool = SpoolFolder.of(data);
    int waiting = spool.waiting().size();
    int setAside = spool.setAside().size();
    console.say(Sentence.of("status.events", waiting, setAside));
    console.result(object(identity.get(), status, push));
    return Exit.DONE;
  }

  private static void say(AgentStatus status, Console console) {
    console.say(Sentence.of("status.release", status.release()));
    console.say(Sentence.of("status.outcome." + status.outcome().name()));
    console.say(Sentence.of("status.verified", time(status.lastVerified())));
    console.say(Sentence.of("status.contact", time(status.lastContact())));
    console.say(Sentence.of("status.next", time(status.nextAttempt())));
    AgentStatus.Certificate certificate = status.certificate();
    if (certificate != null) {
      console.say(Sentence.of("status.certificate", certificate.until()));
      if (certificate.trouble() != null) {
        console.out().println(certificate.trouble());
      }
    }
    AgentStatus.Files files = status.files();
    if (files != null) {
      console.say(Sentence.of("status.files", files.present(), files.named()));
      files.trouble().forEach(console.out()::println);
    }
    if (status.detail() != null) {
      console.out().println(status.detail());
    }
    status.places().forEach(console.out()::println);
    sayAlarms(status, console);
  }

  private static void sayAlarms(AgentStatus status, Console console) {
    Refusal refusal = status.refusal();
    if (refusal != null) {
      console.say(refusal(refusal, console));
      if (!refusal.words().equals(status.detail())) {
        console.out().println(refusal.words());
      }
    }
    AgentStatus.Stale stale = status.stale();
    if (stale != null) {
      console.say(Sentence.of("status.stale." + stale.reason(), stale.since()));
    }
  }

  private static Sentence refusal(Refusal refusal, Console console) {
    String rule = refusal.cited(console.words().say("rule." + refusal.rule()));
    return Sentence.of(
        refusal.standing() ? "status.refusal" : "status.refusal-over",
        refusal.thing() + " – " + rule,
        refusal.since(),
        refusal.last(),
        refusal.times());
  }

  private static void say(PushStatus push, Console console) {
    console.say(Sentence.of("status.push." + push.line().name(), push.since()));
    if (push.trouble() != null) {
      console.out().println(push.trouble());
    }
    Refusal refusal = push.refusal();
    if (refusal != null) {
      console.say(
          Sentence.of("status.push.refused", refusal.times(), refusal.last(), refusal.words()));
    }
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "—" : time.toString();
  }

  private static Map<String, Object> object(
      TerminalIdentity identity, Optional<AgentStatus> status, Optional<PushStatus> push) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("terminal", identity.terminalId());
    object.put("office", identity.office().toString());
    object.put("channels", identity.channels());
    status.ifPresent(s -> object.put("status", s));
    push.ifPresent(p -> object.put("push", p));
    return object;
  }
}
