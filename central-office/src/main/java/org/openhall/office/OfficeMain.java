package org.openhall.office;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.office.bucket.BucketException;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.text.Messages;
import org.openhall.office.text.Trouble;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.OvertakenException;
import org.springframework.dao.DataAccessException;

/**
 * The office program. Exit status: 0 done, 1 wrong command line, 2 bad input, 3 port in use, 4 the
 * machine failed (disk, database).
 */
public final class OfficeMain {
  static final int DONE = 0;
  static final int WRONG_COMMAND_LINE = 1;
  static final int BAD_INPUT = 2;
  static final int PORT_IN_USE = 3;
  static final int MACHINE_FAILED = 4;

  private OfficeMain() {}

  /** Runs one command; {@code serve} keeps the process alive until it is stopped. */
  public static void main(String[] words) {
    // UTF-8 whatever the locale says: halls' servers often run with none, and Chinese must not
    // turn into question marks there.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = run(List.of(words), out, err);
    out.flush();
    if (status != DONE) {
      System.exit(status);
    }
  }

  /** Runs one command and returns its exit status. */
  static int run(List<String> words, PrintStream out, PrintStream err) {
    Arguments arguments = Arguments.parse(words);
    Console console = new Console(out, err, Messages.of(arguments.language()), isTerminal());
    try {
      return run(arguments, console);
    } catch (NoKeysException e) {
      return console.fail(BAD_INPUT, Trouble.of("trouble.no-keys"));
    } catch (BadSettingException e) {
      return console.fail(BAD_INPUT, e.trouble());
    } catch (BucketException e) {
      return console.fail(MACHINE_FAILED, e.trouble());
    } catch (OvertakenException e) {
      return console.fail(MACHINE_FAILED, Trouble.of("trouble.overtaken"));
    } catch (TroubleException e) {
      return console.fail(BAD_INPUT, e.trouble());
    } catch (RepositoryException e) {
      return console.fail(
          MACHINE_FAILED, Trouble.of("trouble.repository", String.valueOf(e.getMessage())));
    } catch (IOException | SQLException | DataAccessException e) {
      return console.fail(MACHINE_FAILED, Trouble.of("trouble.machine", e.toString()));
    }
  }

  private static int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    if (arguments.wantsHelp()) {
      console.say("help");
      return DONE;
    }
    Optional<Trouble> wrong = arguments.trouble();
    if (wrong.isPresent()) {
      return console.fail(WRONG_COMMAND_LINE, wrong.get());
    }
    if (arguments.option("--database").isPresent()
        && !Set.of("init", "restore").contains(arguments.command())) {
      return console.fail(WRONG_COMMAND_LINE, Trouble.of("trouble.database-only-init"));
    }
    keepTemporaryFilesIn(arguments.data().resolve("tmp"));
    int status = Command.named(arguments.command()).run(arguments, console);
    if (status == DONE) {
      CommandAudit.note(arguments, console);
    }
    return status;
  }

  /**
   * Unpacked native libraries included: an office writes nowhere but in its data folder. Where the
   * libraries of a whole process go may be said from outside, as it outlives one office.
   */
  private static void keepTemporaryFilesIn(Path folder) throws IOException {
    String path = Files.createDirectories(folder).toString();
    System.setProperty("java.io.tmpdir", path);
    for (String libraries : List.of("org.sqlite.tmpdir", "ZstdTempFolder")) {
      System.setProperty(libraries, System.getProperty(libraries, path));
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(c -> c.isTerminal()).isPresent();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
