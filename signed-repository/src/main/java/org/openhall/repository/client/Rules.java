package org.openhall.repository.client;

import java.time.Instant;
import java.util.Map;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.Metadata;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
import org.openhall.repository.metadata.Snapshot;

/** The comparisons that several steps of {@link TrustedMetadataSet} make. */
final class Rules {

  private Rules() {}

  static void version(String file, long offered, long promised) throws WrongVersion {
    if (offered != promised) {
      throw new WrongVersion(file, offered, promised);
    }
  }

  static void notOlder(String file, long offered, long trusted) throws Older {
    if (offered < trusted) {
      throw new Older(file, offered, trusted);
    }
  }

  /** No targets metadata may vanish from the snapshot or go back. */
  static void noneOlder(Snapshot offered, Snapshot trusted) throws Malformed, Older {
    for (Map.Entry<String, MetaFile> before : trusted.meta().entrySet()) {
      MetaFile now = offered.meta().get(before.getKey());
      if (now == null) {
        throw new Malformed("snapshot", before.getKey() + " is missing, although it was there");
      }
      notOlder(before.getKey(), now.version(), before.getValue().version());
    }
  }

  static void fresh(String role, Metadata metadata, Instant referenceTime) throws Expired {
    if (!metadata.expires().isAfter(referenceTime)) {
      throw new Expired(role, metadata.expires(), referenceTime);
    }
  }
}
