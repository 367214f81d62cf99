package io.mizan.gateways.paypal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The roots that a signing certificate must lead to: those of a file, or those that the platform trusts. */
final class TrustedRoots {
    private static final Logger LOG = Logger.getLogger(TrustedRoots.class.getName());

    private TrustedRoots() {}

    /** Read when they are needed: whoever writes the file may start after us. None while it cannot be read. */
    static Supplier<Set<X509Certificate>> in(Optional<Path> file) {
        return file.<Supplier<Set<X509Certificate>>>map(path -> () -> read(path))
                .orElse(TrustedRoots::platforms);
    }

    private static Set<X509Certificate> read(Path file) {
        try (var pem = Files.newInputStream(file)) {
            var roots = new HashSet<X509Certificate>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .forEach(root -> roots.add((X509Certificate) root));
            return roots;
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.SEVERE, "event=paypal.roots.unreadable", e);
            return Set.of();
        }
    }

    private static Set<X509Certificate> platforms() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            var roots = new HashSet<X509Certificate>();
            for (var manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusting) {
                    roots.addAll(Arrays.asList(trusting.getAcceptedIssuers()));
                }
            }
            return roots;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no trust store", e);
        }
    }
}
