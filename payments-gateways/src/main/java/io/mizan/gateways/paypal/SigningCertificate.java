package io.mizan.gateways.paypal;

import io.mizan.secrets.Digests;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * A certificate whose chain led to a root that we trust and whose subject is PayPal's for signing messages.
 *
 * @param fingerprint the first 16 digits of the certificate's SHA-256, to name it by
 * @param from when the whole chain began to be valid
 * @param until when the first of the chain ends; whoever uses the certificate looks at the clock each time
 */
record SigningCertificate(PublicKey key, String fingerprint, Instant from, Instant until) {
    private static final int MOST_IN_A_CHAIN = 8;
    private static final int LEAST_BITS = 2048;

    /** It is not what PayPal signs with. The message is one fixed word, for the counter. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** The bytes are no certificates at all, so that nothing is known of the one that was wanted. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /**
     * @param pem the certificate first, those that issued it after it
     * @param roots what the chain must lead to
     * @param name the common name that the subject must have, to the letter
     * @throws Refused if it is not PayPal's, or not valid now
     * @throws Unreadable if the bytes are no certificates
     */
    static SigningCertificate of(byte[] pem, Set<X509Certificate> roots, String name, Instant now)
            throws Refused, Unreadable {
        var chain = parsed(pem);
        var leaf = chain.get(0);
        if (!commonNames(leaf).equals(List.of(name))) {
            throw new Refused("certificate_name");
        }
        if (!(leaf.getPublicKey() instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new Refused("certificate_key");
        }
        if (leaf.getKeyUsage() != null && !leaf.getKeyUsage()[0]) {
            throw new Refused("certificate_usage");
        }
        var path = trusted(chain, roots, now);
        return new SigningCertificate(
                leaf.getPublicKey(),
                fingerprint(leaf),
                path.stream()
                        .map(it -> it.getNotBefore().toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow(),
                path.stream()
                        .map(it -> it.getNotAfter().toInstant())
                        .min(Instant::compareTo)
                        .orElseThrow());
    }

    boolean isValidAt(Instant now) {
        return !now.isBefore(from) && !now.isAfter(until);
    }

    private static List<X509Certificate> parsed(byte[] pem) throws Unreadable {
        try {
            var chain = new ArrayList<X509Certificate>();
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                chain.add((X509Certificate) certificate);
            }
            if (chain.isEmpty() || chain.size() > MOST_IN_A_CHAIN) {
                throw new Unreadable("certificate_unreadable");
            }
            return chain;
        } catch (CertificateException e) {
            throw new Unreadable("certificate_unreadable");
        }
    }

    /**
     * The path from the certificate to the root, by RFC 5280. Whether it was revoked is not asked: that would be a call to
     * an address that the certificate names. PayPal changes to another certificate address instead.
     */
    private static List<X509Certificate> trusted(List<X509Certificate> chain, Set<X509Certificate> roots, Instant now)
            throws Refused {
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(chain.get(0));
            var anchors =
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            var path = new ArrayList<X509Certificate>();
            built.getCertPath().getCertificates().forEach(it -> path.add((X509Certificate) it));
            path.add(built.getTrustAnchor().getTrustedCert());
            return path;
        } catch (GeneralSecurityException e) {
            throw new Refused("certificate_not_trusted");
        }
    }

    private static List<String> commonNames(X509Certificate certificate) throws Refused {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .toList();
        } catch (InvalidNameException e) {
            throw new Refused("certificate_name");
        }
    }

    private static String fingerprint(X509Certificate certificate) throws Refused {
        try {
            return Digests.sha256(certificate.getEncoded()).substring(0, 16);
        } catch (CertificateException e) {
            throw new Refused("certificate_not_trusted");
        }
    }
}
