package io.mizan.gateways.paypal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The roots that a signing certificate must lead to: those of a file, or those that the platform trusts. A simulator is
 * its own authority and shows its root beside its certificates: whoever believes the answers of that address, which only
 * sandbox mode does and only on this machine, may believe its root too.
 */
final class TrustedRoots {
    private static final Logger LOG = Logger.getLogger(TrustedRoots.class.getName());

    private TrustedRoots() {}

    /** Asked each time that a certificate was fetched, which is seldom; none while they cannot be read. */
    static Supplier<Set<X509Certificate>> of(PayPalSettings settings, SigningCertificates.Fetch fetch) {
        if (settings.trustedRoots().isPresent()) {
            return () -> read(settings.trustedRoots().get());
        }
        if (settings.isSimulated()) {
            return () -> fetch.get(URI.create(settings.apiBase() + "/v1/notifications/certs/CERT-root"))
                    .map(TrustedRoots::parsed)
                    .orElse(Set.of());
        }
        return TrustedRoots::platforms;
    }

    private static Set<X509Certificate> read(Path file) {
        try {
            return parsed(Files.readAllBytes(file));
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "event=paypal.roots.unreadable", e);
            return Set.of();
        }
    }

    private static Set<X509Certificate> parsed(byte[] pem) {
        try {
            var roots = new HashSet<X509Certificate>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .forEach(root -> roots.add((X509Certificate) root));
            return roots;
        } catch (GeneralSecurityException e) {
            LOG.log(Level.SEVERE, "event=paypal.roots.unreadable", e);
            return Set.of();
        }
    }

    private static Set<X509Certificate> platforms() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no trust store", e);
        }
    }
}
