package io.mizan.web.demo;

import io.mizan.access.KeyText;
import io.mizan.access.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the demonstration is to have; read in sandbox mode only.
 *
 * @param secretKey {@code mizan.demo.secret.key}
 * @param publishableKey {@code mizan.demo.publishable.key}
 * @param origins of pages that may use the keys: that of {@code mizan.public.url}, and {@code mizan.demo.origins}
 * @param staff {@code mizan.demo.<role>.user} and {@code .password} for each role
 */
public record DemoSettings(
        Optional<KeyText> secretKey, Optional<KeyText> publishableKey, Set<Origin> origins, List<Person> staff) {
    public DemoSettings {
        origins = Set.copyOf(origins);
        staff = List.copyOf(staff);
    }

    /** A member of staff; the password is printed redacted. */
    public record Person(String role, String user, String password) {
        @Override
        public String toString() {
            return "Person[" + role + ", " + user + ", redacted]";
        }
    }
}
