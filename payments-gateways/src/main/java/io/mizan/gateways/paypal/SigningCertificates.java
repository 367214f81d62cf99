package io.mizan.gateways.paypal;

import io.mizan.time.Sampler;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The certificates that PayPal signs its messages with, each fetched once: however many messages wait for it, one fetch
 * is under way. Only what was found good is kept, at most {@value #MOST_KEPT} of them, the least used given up first; so
 * no stream of forged messages fills the memory, and none makes us call out more than {@value #MOST_FETCHES} at a time.
 * What failed is not looked at again for {@link #FAILURE_HOLDS}, of at most {@value #MOST_FAILURES} addresses.
 */
final class SigningCertificates {
    static final int MOST_KEPT = 16;
    static final int MOST_FETCHES = 4;
    static final int MOST_FAILURES = 256;
    static final Duration FAILURE_HOLDS = Duration.ofMinutes(2);
    private static final Logger LOG = Logger.getLogger(SigningCertificates.class.getName());

    private final CertificateAddress addresses;
    private final Fetch fetch;
    private final Supplier<Set<X509Certificate>> roots;
    private final String name;
    private final Clock clock;
    private final Map<URI, SigningCertificate> kept = new LeastUsedFirst<>(MOST_KEPT);
    private final Map<URI, Failure> failures = new LeastUsedFirst<>(MOST_FAILURES);
    private final Sampler refusals = new Sampler();
    private final Map<URI, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();
    private final Semaphore fetches = new Semaphore(MOST_FETCHES);

    /** Gets what lies at an address; empty if that failed. Bounded in time and size. */
    @FunctionalInterface
    interface Fetch {
        Optional<byte[]> get(URI address);
    }

    private record Failure(Answer answer, Instant at) {}

    /** What is known of a certificate. */
    sealed interface Answer {
        record Trusted(SigningCertificate certificate) implements Answer {}

        /** Whoever signed with it is not PayPal. */
        record NotPayPals(String reason) implements Answer {}

        /** It could not be looked at; later it may be. */
        record NotKnown(String reason) implements Answer {}
    }

    /**
     * @param roots what a chain must lead to; none means that nothing can be judged yet
     * @param name the common name of PayPal's certificates
     */
    SigningCertificates(
            CertificateAddress addresses, Fetch fetch, Supplier<Set<X509Certificate>> roots, String name, Clock clock) {
        this.addresses = addresses;
        this.fetch = fetch;
        this.roots = roots;
        this.name = name;
        this.clock = clock;
    }

    Answer at(String header) {
        return addresses
                .allowed(header)
                .map(address -> remembered(address).orElseGet(() -> fetched(address)))
                .orElseGet(() -> new Answer.NotPayPals("certificate_address"));
    }

    /** Judged by the clock each time, for a certificate may end while it is kept: then it is fetched anew. */
    private Optional<Answer> remembered(URI address) {
        var now = clock.instant();
        synchronized (kept) {
            var certificate = kept.get(address);
            if (certificate != null && !certificate.isValidAt(now)) {
                kept.remove(address);
                return Optional.empty();
            }
            return Optional.ofNullable(certificate)
                    .<Answer>map(Answer.Trusted::new)
                    .or(() -> failed(address, now));
        }
    }

    private Optional<Answer> failed(URI address, Instant now) {
        return Optional.ofNullable(failures.get(address))
                .filter(failure -> failure.at().plus(FAILURE_HOLDS).isAfter(now)
                        && !failure.at().isAfter(now))
                .map(Failure::answer);
    }

    private Answer failedWith(URI address, Answer answer) {
        synchronized (kept) {
            failures.put(address, new Failure(answer, clock.instant()));
        }
        return answer;
    }

    private Answer fetched(URI address) {
        var mine = new CompletableFuture<Answer>();
        var others = underWay.putIfAbsent(address, mine);
        if (others != null) {
            return others.join();
        }
        try {
            // One that was fetched between the look into the memory and here is not fetched again.
            var answer = remembered(address).orElseGet(() -> ifNotTooMany(address));
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.complete(new Answer.NotKnown("certificate_not_fetched"));
            throw e;
        } finally {
            underWay.remove(address);
        }
    }

    private Answer ifNotTooMany(URI address) {
        if (!fetches.tryAcquire()) {
            return new Answer.NotKnown("certificates_busy");
        }
        try {
            return fetch.get(address)
                    .map(pem -> judged(address, pem))
                    .orElseGet(() -> failedWith(address, new Answer.NotKnown("certificate_not_fetched")));
        } finally {
            fetches.release();
        }
    }

    private Answer judged(URI address, byte[] pem) {
        try {
            var trusted = roots.get();
            if (trusted.isEmpty()) {
                return new Answer.NotKnown("no_trusted_roots");
            }
            var certificate = SigningCertificate.of(pem, trusted, name, clock.instant());
            synchronized (kept) {
                kept.put(address, certificate);
            }
            return new Answer.Trusted(certificate);
        } catch (SigningCertificate.Refused e) {
            tell(e.getMessage());
            return failedWith(address, new Answer.NotPayPals(e.getMessage()));
        } catch (SigningCertificate.Unreadable e) {
            tell(e.getMessage());
            return failedWith(address, new Answer.NotKnown(e.getMessage()));
        }
    }

    private void tell(String reason) {
        refusals.take()
                .ifPresent(passedOver -> LOG.log(
                        Level.SEVERE,
                        "event=paypal.certificate.refused reason={0} passed_over={1}",
                        new Object[] {reason, passedOver}));
    }

    private static final class LeastUsedFirst<V> extends LinkedHashMap<URI, V> {
        private static final long serialVersionUID = 1L;
        private final int most;

        LeastUsedFirst(int most) {
            super(MOST_KEPT, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, V> eldest) {
            return size() > most;
        }
    }
}
