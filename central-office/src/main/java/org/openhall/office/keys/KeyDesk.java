package org.openhall.office.keys;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.database.Alone;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.Authority;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.publisher.KeyCeremony;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.publisher.Standing;

/**
 * Who may sign for this office: the beginning, the staff, and the change of every key. What it
 * changes it notes in the register.
 */
public final class KeyDesk {
  /** The place of a key whose file was made in a browser, and only there. */
  private static final String AT_THE_DESK = "/desk/keys";

  private final RepositoryPublisher repository;
  private final KeyRegister register;
  private final Clock clock;

  /** The keys of this repository, noted in this register. */
  public KeyDesk(RepositoryPublisher repository, KeyRegister register, Clock clock) {
    this.repository = repository;
    this.register = register;
    this.clock = clock;
  }

  /** A key that counts, and what the register knows of it. */
  public record Held(KeyRole role, Key key, Optional<KeyRegister.Entry> entry) {
    /** 64 hex digits. */
    public String id() {
      return key.id().hex();
    }
  }

  /** A key with its file. */
  public record Opened(KeyFile file, SigningKey key) {}

  /** Makes the first root and names the targets key. */
  public void begin(List<Opened> root, int threshold, Opened targets)
      throws IOException, TroubleException {
    if (threshold < 1 || threshold > root.size()) {
      throw new TroubleException("trouble.threshold", threshold, root.size());
    }
    ceremony().begin(root.stream().map(Opened::key).toList(), threshold, targets.key());
    root.forEach(key -> note(KeyRole.ROOT, key.file()));
    note(KeyRole.TARGETS, targets.file());
  }

  /** Makes all keys of a demonstration, in a folder. */
  public void beginDemo(DemoKeys demo) throws IOException, TroubleException, RepositoryException {
    Map<KeyRole, SigningKey> keys = demo.create(today());
    begin(
        List.of(new Opened(KeyRing.read(demo.file(KeyRole.ROOT)), demo.key(KeyRole.ROOT))),
        1,
        new Opened(KeyRing.read(demo.file(KeyRole.TARGETS)), demo.key(KeyRole.TARGETS)));
    for (KeyRole role : keys.keySet()) {
      if (role.isStaff()) {
        add(role, KeyRing.read(demo.file(role)), demo.key(KeyRole.TARGETS));
      }
    }
  }

  /** Every key that counts now. */
  public List<Held> held() throws IOException, RepositoryException {
    Standing standing = repository.standing();
    List<KeyRegister.Entry> entries = register.all();
    List<Held> held = new ArrayList<>();
    for (KeyRole role : KeyRole.values()) {
      for (Key key : authority(standing, role).keys().values()) {
        held.add(
            new Held(
                role,
                key,
                entries.stream()
                    .filter(e -> e.id().equals(key.id().hex()))
                    .filter(e -> e.role().equals(role.roleName()))
                    .findFirst()));
      }
    }
    return held;
  }

  /** The key that counts whose id begins so. */
  public Held find(String id) throws IOException, RepositoryException, TroubleException {
    List<Held> found = held().stream().filter(held -> held.id().startsWith(id)).toList();
    if (id.length() < 8 || found.size() != 1) {
      throw new TroubleException("trouble.no-such-key", id);
    }
    return found.getFirst();
  }

  /** What somebody did elsewhere comes first. */
  private Alone turn() throws IOException {
    Alone alone = register.alone();
    try {
      repository.follow();
      return alone;
    } catch (IOException e) {
      alone.close();
      throw e;
    }
  }

  /** Takes somebody onto the staff. */
  public void add(KeyRole role, KeyFile file, SigningKey targetsKey)
      throws IOException, RepositoryException, TroubleException {
    add(entry(role, file), file.key(), targetsKey);
  }

  /** Takes the key of a request onto the staff. */
  public void add(KeyRequests.Request request, SigningKey targetsKey)
      throws IOException, RepositoryException, TroubleException {
    add(
        new KeyRegister.Entry(
            request.key().id().hex(),
            request.role().roleName(),
            request.holder(),
            AT_THE_DESK,
            today(),
            null),
        request.key(),
        targetsKey);
  }

  private void add(KeyRegister.Entry entry, Key key, SigningKey targetsKey)
      throws IOException, RepositoryException, TroubleException {
    KeyRole role = KeyRole.named(entry.role()).orElseThrow();
    try (Alone _ = turn()) {
      KeyRole other = role == KeyRole.EDITORS ? KeyRole.REVIEWERS : KeyRole.EDITORS;
      if (role != KeyRole.EMERGENCY
          && held().stream().anyMatch(h -> h.role() == other && h.key().equals(key))) {
        throw new TroubleException("trouble.key-in-both", other.roleName());
      }
      List<Key> keys = new ArrayList<>(keysOf(role));
      keys.add(key);
      ceremony().delegate(role.roleName(), keys, role.paths(), targetsKey);
      register.note(entry);
    }
  }

  /**
   * Takes a key of the staff out. Its signatures do not count any more, from the next contact on.
   */
  public void remove(Held held, SigningKey targetsKey) throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      List<Key> keys = new ArrayList<>(keysOf(held.role()));
      keys.removeIf(key -> key.id().equals(held.key().id()));
      ceremony().delegate(held.role().roleName(), keys, held.role().paths(), targetsKey);
      close(held);
    }
  }

  /** Puts a new key of the staff in the place of another, in one step. */
  public void replaceStaff(Held old, Opened fresh, SigningKey targetsKey)
      throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      List<Key> keys = new ArrayList<>(keysOf(old.role()));
      keys.removeIf(key -> key.id().equals(old.key().id()));
      keys.add(fresh.file().key());
      ceremony().delegate(old.role().roleName(), keys, old.role().paths(), targetsKey);
      close(old);
      note(old.role(), fresh.file());
    }
  }

  /** Puts a new root key in the place of another; the new one signs as well. */
  public void replaceRoot(Held old, Opened fresh, List<SigningKey> signers)
      throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      List<Key> keys = new ArrayList<>(keysOf(KeyRole.ROOT));
      keys.removeIf(key -> key.id().equals(old.key().id()));
      keys.add(fresh.file().key());
      List<SigningKey> all = new ArrayList<>(signers);
      all.add(fresh.key());
      ceremony().changeRootKeys(keys, rootThreshold(), all);
      close(old);
      note(KeyRole.ROOT, fresh.file());
    }
  }

  /** Takes a root key out, where as many stay as must sign. */
  public void withdrawRoot(Held old, List<SigningKey> signers)
      throws IOException, RepositoryException, TroubleException {
    try (Alone _ = turn()) {
      List<Key> keys = new ArrayList<>(keysOf(KeyRole.ROOT));
      keys.removeIf(key -> key.id().equals(old.key().id()));
      if (keys.size() < rootThreshold()) {
        throw new TroubleException("trouble.last-key", KeyRole.ROOT.roleName());
      }
      ceremony().changeRootKeys(keys, rootThreshold(), signers);
      close(old);
    }
  }

  /** Signs the present root for another year. */
  public void renewRoot(List<SigningKey> signers) throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      ceremony().changeRootKeys(keysOf(KeyRole.ROOT), rootThreshold(), signers);
    }
  }

  /** Signs the present staff list for another year. */
  public void renewTargets(SigningKey targetsKey) throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      ceremony().renewTargets(targetsKey);
    }
  }

  /** Puts a new targets key in the place of the present one. */
  public void replaceTargets(Opened fresh, List<SigningKey> rootSigners)
      throws IOException, RepositoryException {
    try (Alone _ = turn()) {
      List<Held> old = held().stream().filter(h -> h.role() == KeyRole.TARGETS).toList();
      ceremony().replaceTargetsKey(fresh.key(), rootSigners);
      old.forEach(this::close);
      note(KeyRole.TARGETS, fresh.file());
    }
  }

  /** Makes a new key for an online role; the old one is deleted. */
  public void replaceOnline(KeyRole role, List<SigningKey> rootSigners)
      throws IOException, RepositoryException {
    TopRole top = role == KeyRole.SNAPSHOT ? TopRole.SNAPSHOT : TopRole.TIMESTAMP;
    ceremony().replaceOnlineKey(top, rootSigners);
  }

  private KeyCeremony ceremony() {
    return repository.keys();
  }

  private int rootThreshold() throws IOException, RepositoryException {
    return repository.standing().root().authority(TopRole.ROOT).threshold();
  }

  private List<Key> keysOf(KeyRole role) throws IOException, RepositoryException {
    return List.copyOf(authority(repository.standing(), role).keys().values());
  }

  private static Authority authority(Standing standing, KeyRole role) {
    return switch (role) {
      case ROOT -> standing.root().authority(TopRole.ROOT);
      case TARGETS -> standing.root().authority(TopRole.TARGETS);
      case SNAPSHOT -> standing.root().authority(TopRole.SNAPSHOT);
      case TIMESTAMP -> standing.root().authority(TopRole.TIMESTAMP);
      case EDITORS, REVIEWERS, EMERGENCY -> standing.delegations().authority(role.roleName());
    };
  }

  private void note(KeyRole role, KeyFile key) {
    register.note(entry(role, key));
  }

  private KeyRegister.Entry entry(KeyRole role, KeyFile key) {
    return new KeyRegister.Entry(
        key.key().id().hex(),
        role.roleName(),
        key.label().holder(),
        key.file().toAbsolutePath().normalize().toString(),
        today(),
        null);
  }

  private void close(Held held) {
    register.close(held.id(), held.role().roleName(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
