package io.mizan.gateways.paypal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses a signing certificate may be fetched from. The address comes in a header of a message that nobody has
 * checked yet: following any other would let its sender name his own certificate, and send us wherever he likes.
 */
final class CertificateAddress {
    /** The hosts of PayPal's API, which are those that its certificates are documented at: any other page of theirs is not. */
    private static final Pattern PAYPAL = Pattern.compile("api(-m)?(\\.sandbox)?\\.paypal\\.com");

    private static final Pattern PATH = Pattern.compile("/v1/notifications/certs/CERT-[A-Za-z0-9-]{1,100}");
    private static final int LONGEST = 300;

    /** The simulator's API, whose certificates lie below it as PayPal's do below theirs; empty outside of it. */
    private final Optional<URI> simulator;

    private CertificateAddress(Optional<URI> simulator) {
        this.simulator = simulator;
    }

    /** PayPal's own only. */
    static CertificateAddress payPals() {
        return new CertificateAddress(Optional.empty());
    }

    /** A simulator's as well. */
    static CertificateAddress orBelow(URI simulator) {
        return new CertificateAddress(Optional.of(simulator));
    }

    /** The address, if a certificate may be fetched from there. */
    Optional<URI> allowed(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(header))
                    .filter(address -> isPlain(address) && (isPayPals(address) || isSimulated(address)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI address) {
        return address.getHost() != null
                && address.getRawPath() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static boolean isPayPals(URI address) {
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && PAYPAL.matcher(address.getHost()).matches()
                && PATH.matcher(address.getRawPath()).matches();
    }

    private boolean isSimulated(URI address) {
        return simulator
                .filter(base -> base.getScheme().equals(address.getScheme())
                        && base.getRawAuthority().equals(address.getRawAuthority())
                        && address.getRawPath().startsWith(base.getRawPath())
                        && PATH.matcher(address.getRawPath()
                                        .substring(base.getRawPath().length()))
                                .matches())
                .isPresent();
    }
}
