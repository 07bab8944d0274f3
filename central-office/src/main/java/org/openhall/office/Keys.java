package org.openhall.office;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.office.keys.DemoKeys;
import org.openhall.office.keys.KeyDesk.Opened;
import org.openhall.office.keys.KeyRing;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.keys.Passphrases;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;

/**
 * The keys that a command line names. An office with demo keys uses those where none is named.
 *
 * @param arguments the command line
 * @param console for asking passphrases
 * @param office whose keys
 */
record Keys(Arguments arguments, Console console, Office office) {

  /** The key {@code --targets-key}. */
  SigningKey targets() throws IOException, TroubleException {
    return one(KeyRole.TARGETS, "--targets-key");
  }

  /** The key {@code --key}, to sign in a role. */
  SigningKey signer(KeyRole role) throws IOException, TroubleException {
    return one(role, "--key");
  }

  /** Every root key in the folders {@code --root-dir}. */
  List<SigningKey> root() throws IOException, TroubleException {
    List<SigningKey> keys = new ArrayList<>();
    for (Opened opened : openedRoot()) {
      keys.add(opened.key());
    }
    if (keys.isEmpty()) {
      throw new TroubleException("trouble.no-root-keys", String.join(", ", folders()));
    }
    return keys;
  }

  List<Opened> openedRoot() throws IOException, TroubleException {
    return opened(KeyRing.of(KeyRole.ROOT, paths()));
  }

  List<Opened> openedTargets() throws IOException, TroubleException {
    return opened(KeyRing.of(KeyRole.TARGETS, paths()));
  }

  /** A new key file at {@code --out}, for {@code --name}. */
  Opened create(KeyRole role) throws IOException, TroubleException {
    return create(role, Path.of(required("--out")));
  }

  /** The same in a folder that is known. */
  Opened create(KeyRole role, Path out) throws IOException, TroubleException {
    String holder = required("--name");
    Path file = KeyRing.place(out, role, holder);
    LocalDate today = LocalDate.ofInstant(office.clock().instant(), office.clock().getZone());
    return ring().create(file, new KeyFile.Label(role.roleName(), holder, today));
  }

  /** The first folder of {@code --root-dir}. */
  Path rootFolder() throws TroubleException {
    return paths().getFirst();
  }

  /** An option that the command cannot do without. */
  String required(String option) throws TroubleException {
    Optional<String> value = arguments.option(option);
    if (value.isEmpty()) {
      throw new TroubleException("trouble.option-missing", option);
    }
    return value.get();
  }

  /** The role of a command's operand. */
  static KeyRole role(String name) throws TroubleException {
    Optional<KeyRole> role = KeyRole.named(name);
    if (role.isEmpty()) {
      throw new TroubleException("trouble.no-such-role", name);
    }
    return role.get();
  }

  private SigningKey one(KeyRole role, String option) throws IOException, TroubleException {
    DemoKeys demo = office.demoKeys();
    if (arguments.option(option).isEmpty() && demo.isThere()) {
      return demo.key(role);
    }
    return ring().unlock(Path.of(required(option)));
  }

  private List<Opened> opened(List<KeyFile> files) throws IOException, TroubleException {
    List<Opened> opened = new ArrayList<>();
    for (KeyFile file : files) {
      opened.add(new Opened(file, ring().unlock(file.file())));
    }
    return opened;
  }

  private List<String> folders() throws TroubleException {
    if (arguments.option("--root-dir").isEmpty() && office.demoKeys().isThere()) {
      return List.of(office.demoKeys().folder().toString());
    }
    return List.of(required("--root-dir").split(File.pathSeparator, -1));
  }

  private List<Path> paths() throws TroubleException {
    return folders().stream().map(Path::of).toList();
  }

  /** The key {@code --key} by which sealed events are opened. */
  Path intakeKeyFile() throws TroubleException {
    Path demo = office.demoKeys().intake();
    return arguments.option("--key").isEmpty() && Files.exists(demo)
        ? demo
        : Path.of(required("--key"));
  }

  /** Where passphrases come from. */
  Passphrases passphrases() {
    return new Passphrases(
        arguments.option("--passphrase-file").map(Path::of),
        arguments.option("--passphrase-env"),
        console.messages());
  }

  private KeyRing ring() {
    return new KeyRing(passphrases());
  }
}
