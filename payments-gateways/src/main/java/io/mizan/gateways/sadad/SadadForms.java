package io.mizan.gateways.sadad;

import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.Secrets;
import java.util.List;
import java.util.Optional;

/** How forms are signed in the version that the account speaks; a form of the other is never believed. */
final class SadadForms {
    private final SadadSettings.Version version;
    private final SadadHash hash;
    private final SadadChecksum checksum;

    SadadForms(SadadSettings settings, SadadHash hash) {
        this.version = settings.dealings().version();
        this.hash = hash;
        this.checksum = new SadadChecksum(
                Secrets.texts(settings.secrets().keys()),
                settings.account().merchantId(),
                settings.dealings().encodedSecret());
    }

    Form signed(Form form) {
        return version == SadadSettings.Version.V1_1
                ? form.with(SadadHash.OF_ANSWER, checksum.sign(form))
                : form.with(SadadHash.OF_REQUEST, hash.sign(SadadReturn.values(form)));
    }

    /** The fingerprint of the secret that signed what came back; empty if none of ours did. */
    Optional<String> signer(Form form) {
        return version == SadadSettings.Version.V1_1
                ? checksum.signer(form)
                : hash.signer(
                        List.of(SadadReturn.values(form), SadadReturn.raw(form)),
                        form.value(SadadHash.OF_ANSWER).orElseThrow());
    }
}
