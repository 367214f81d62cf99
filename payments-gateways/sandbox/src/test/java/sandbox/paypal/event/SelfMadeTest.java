package sandbox.paypal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class SelfMadeTest {
    @Test
    void the_platform_reads_what_is_written_and_finds_it_signed() throws Exception {
        var pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        var authority = pairs.generateKeyPair();
        var signer = pairs.generateKeyPair();

        var root = read(SelfMade.authority("Root", authority.getPublic(), authority.getPrivate()));
        var leaf = read(SelfMade.signer("signer.example", signer.getPublic(), "Root", authority.getPrivate()));

        root.verify(authority.getPublic());
        leaf.verify(authority.getPublic());
        assertThat(leaf.getPublicKey()).isEqualTo(signer.getPublic());
        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=signer.example");
        assertThat(leaf.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
        assertThat(root.getBasicConstraints()).isNotNegative();
        assertThat(leaf.getBasicConstraints()).isNegative();
        assertThat(leaf.getKeyUsage()[0]).isTrue();
        assertThat(root.getKeyUsage()[5]).isTrue();
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
