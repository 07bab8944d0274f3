package org.openhall.content.store;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackWriter;

/** Unpacks records and texts of a snapshot. */
final class Unpacking implements AutoCloseable {
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

  /** The canonical JSON of a row of {@link Rows#RECORD_COLUMNS}, checked against its hash. */
  byte[] json(ResultSet row) throws SQLException, DamagedRecordException {
    byte[] stored = row.getBytes("json");
    int packedFrom = row.getInt("packed_from");
    byte[] json = packedFrom == 0 ? stored : unpack(stored, packedFrom);
    if (!MessageDigest.isEqual(EncodedRecord.sha256(json), row.getBytes("sha256"))) {
      throw new DamagedRecordException(row.getString("id"));
    }
    return json;
  }

  /** Unpacks bytes whose length before was noted; throws ZstdException if they are damaged. */
  byte[] unpack(byte[] bytes, int packedFrom) {
    if (packedFrom < 0 || packedFrom > PackWriter.MAX_RECORD) {
      throw new ZstdException(0, "no record is of this length");
    }
    return zstd.decompress(bytes, packedFrom);
  }

  @Override
  public void close() {
    zstd.close();
  }
}
