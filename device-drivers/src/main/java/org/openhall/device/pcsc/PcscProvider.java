package org.openhall.device.pcsc;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/**
 * The provider, for {@code TerminalFactory.getInstance("PC/SC", null, new PcscProvider())}. The
 * parameter is null or {@link PcscOptions}. A factory is had whether the resource manager runs or
 * not, and goes on after each of its restarts; only where {@code libpcsclite.so.1} is missing there
 * is none.
 */
public final class PcscProvider extends Provider {

  /** The provider's name. */
  public static final String NAME = "OpenHallPCSC";

  private static final String SERVICE = "TerminalFactory";
  private static final String TYPE = "PC/SC";

  /** A provider; nothing is opened before a factory is asked for. */
  public PcscProvider() {
    super(NAME, "1.0", "PC/SC by pcsc-lite and java.lang.foreign");
    putService(new FactoryService(this));
  }

  private static final class FactoryService extends Service {

    FactoryService(Provider provider) {
      super(provider, SERVICE, TYPE, Factory.class.getName(), List.of(), Map.of());
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
      try {
        return new Factory(optionsOf(parameter));
      } catch (PcscException e) {
        throw new NoSuchAlgorithmException(
            "libpcsclite.so.1 is missing; install the package libpcsclite1", e);
      }
    }

    private static PcscOptions optionsOf(@Nullable Object parameter)
        throws NoSuchAlgorithmException {
      return switch (parameter) {
        case null -> PcscOptions.DEFAULT;
        case PcscOptions options -> options;
        default ->
            throw new NoSuchAlgorithmException(
                "the parameter is null or PcscOptions, not a " + parameter.getClass());
      };
    }
  }

  private static final class Factory extends TerminalFactorySpi {
    private final Readers readers;

    Factory(PcscOptions options) throws PcscException {
      readers = new Readers(new PcscLite(), options);
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new PcscTerminals(readers);
    }
  }
}
