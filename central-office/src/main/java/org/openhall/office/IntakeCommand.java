package org.openhall.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.intake.IntakeKeyFile;
import org.openhall.office.intake.IntakeKeys;
import org.openhall.office.intake.SealedDesk.Kept;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.publisher.KeyFile.WrongPassphraseException;

/**
 * {@code intake new-key|keys|list|open|answer}: what came sealed, for the person in charge. What is
 * opened goes to the terminal of that person and nowhere else.
 */
final class IntakeCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    Office office = Office.open(arguments, console);
    Keys keys = new Keys(arguments, console, office);
    List<String> words = arguments.operands();
    switch (words.isEmpty() ? "" : words.getFirst()) {
      case "new-key" -> newKey(keys, console);
      case "keys" -> console.print(keys(office, console).lines());
      case "list" -> list(office, console);
      case "open" -> open(kept(office, words), keys, console);
      case "answer" -> answer(kept(office, words), keys, console);
      default -> throw new TroubleException("trouble.intake-usage");
    }
    return OfficeMain.DONE;
  }

  private static void newKey(Keys keys, Console console)
      throws IOException, SQLException, TroubleException {
    String holder = keys.required("--name");
    Path out = Path.of(keys.required("--out"));
    String name = "intake-" + holder.replaceAll("[^\\p{L}\\p{N}]+", "-") + ".key";
    Path file = out.getFileName().toString().endsWith(".key") ? out : out.resolve(name);
    if (Files.exists(file)) {
      throw new TroubleException("trouble.key-exists", file);
    }
    char[] passphrase = keys.passphrases().forNew(file);
    LocalDate today =
        LocalDate.ofInstant(keys.office().clock().instant(), keys.office().clock().getZone());
    try {
      IntakeKeyFile made = IntakeKeyFile.create(file, holder, today, passphrase);
      keys.office().intakeKeys().use(made, today);
      console.say("intake.made", made.key().id(), file, IntakeKeys.DAYS_KEPT);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static TextTable keys(Office office, Console console) {
    TextTable table =
        new TextTable(
            console.messages().text("keys.id"),
            console.messages().text("keys.holder"),
            console.messages().text("keys.since"),
            console.messages().text("intake.opens-until"),
            console.messages().text("keys.place"));
    for (IntakeKeys.Entry entry : office.intakeKeys().all()) {
      LocalDate until = entry.until();
      table.row(
          entry.key().id(),
          entry.holder(),
          entry.since(),
          until == null ? console.messages().text("intake.in-use") : until,
          entry.place());
    }
    return table;
  }

  private static void list(Office office, Console console) {
    List<Kept> all = office.sealedDesk().all();
    if (all.isEmpty()) {
      console.say("intake.none");
      return;
    }
    TextTable table =
        new TextTable(
            console.messages().text("intake.number"),
            console.messages().text("events.kind"),
            console.messages().text("events.hall"),
            console.messages().text("intake.received"),
            console.messages().text("keys.id"),
            console.messages().text("intake.answered"));
    for (Kept kept : all) {
      table.row(
          kept.number(),
          console.messages().text("event." + kept.type()),
          kept.hall().isEmpty() ? "—" : kept.hall(),
          OfficeTime.minute(kept.receivedAt()),
          kept.isKeyKnown()
              ? kept.envelope().key()
              : console.messages().text("intake.unknown-key", kept.envelope().key()),
          kept.isAnswered() ? console.messages().text("intake.yes") : "—");
    }
    console.print(table.lines());
  }

  private static Kept kept(Office office, List<String> words) throws TroubleException {
    if (words.size() != 2) {
      throw new TroubleException("trouble.intake-usage");
    }
    String number = words.get(1);
    Optional<Kept> kept =
        number.matches("\\d{1,18}")
            ? office.sealedDesk().find(Long.parseLong(number))
            : Optional.empty();
    return kept.orElseThrow(() -> new TroubleException("trouble.no-such-number", number));
  }

  private static void open(Kept kept, Keys keys, Console console)
      throws IOException, TroubleException {
    try (PersonalForm form = form(kept, keys)) {
      console.say(
          "intake.opened",
          kept.number(),
          console.messages().text("event." + kept.type()),
          kept.hall(),
          OfficeTime.minute(kept.receivedAt()));
      for (Field field : form.fields()) {
        if (field != Field.REPLY_KEY) {
          char[] value = form.value(field);
          console.out().print(console.messages().text("field." + field) + ": ");
          console.out().println(printable(value));
          Arrays.fill(value, '\0');
        }
      }
    }
  }

  /** What somebody typed is shown to a person, and works no window; its lines stay lines. */
  private static char[] printable(char[] value) {
    for (int i = 0; i < value.length; i++) {
      if (Character.isISOControl(value[i]) && value[i] != '\n') {
        value[i] = ' ';
      }
    }
    return value;
  }

  private static PersonalForm form(Kept kept, Keys keys) throws IOException, TroubleException {
    try (OpeningKey key = unlock(keys)) {
      return switch (keys.office().sealedDesk().open(kept, key)) {
        case OpenOutcome.OtherKey(String id) -> throw new TroubleException("trouble.other-key", id);
        case OpenOutcome.Spoiled() -> throw new TroubleException("trouble.spoiled", kept.number());
        case OpenOutcome.Opened(Personal personal) -> {
          try (personal) {
            yield PersonalForm.decode(personal)
                .orElseThrow(() -> new TroubleException("trouble.spoiled", kept.number()));
          }
        }
      };
    }
  }

  private static OpeningKey unlock(Keys keys) throws IOException, TroubleException {
    Path file = keys.intakeKeyFile();
    if (!Files.isRegularFile(file)) {
      throw new TroubleException("trouble.key-missing", file);
    }
    IntakeKeyFile key = IntakeKeyFile.read(file);
    char[] passphrase = key.isProtected() ? keys.passphrases().of(file) : new char[0];
    try {
      return key.unlock(passphrase);
    } catch (WrongPassphraseException e) {
      throw new TroubleException("trouble.passphrase-wrong", file);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private static void answer(Kept kept, Keys keys, Console console)
      throws IOException, TroubleException {
    Path file = Path.of(keys.required("--text-file"));
    SealKey visit;
    try (PersonalForm form = form(kept, keys)) {
      visit =
          SealKey.parse(new String(form.value(Field.REPLY_KEY)))
              .orElseThrow(() -> new TroubleException("trouble.no-reply-key", kept.number()));
    }
    PersonalForm answer = new PersonalForm().put(Field.TEXT, text(file));
    if (answer.length() > SealKey.room()) {
      answer.close();
      throw new TroubleException("trouble.answer-long", SealKey.room());
    }
    keys.office().sealedDesk().answer(kept, visit, answer);
    console.say("intake.answer-kept", kept.number());
  }

  private static CharBuffer text(Path file) throws IOException, TroubleException {
    if (!Files.isRegularFile(file)) {
      throw new TroubleException("trouble.file-unreadable", file);
    }
    return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(Files.readAllBytes(file)));
  }
}
