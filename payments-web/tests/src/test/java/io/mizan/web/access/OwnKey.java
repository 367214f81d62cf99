package io.mizan.web.access;

import io.mizan.secrets.Digests;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import java.util.UUID;

/** A secret key that one test alone uses, so that what it does to the key concerns no other. */
public record OwnKey(UUID id, String text) {
    public static OwnKey made() {
        return made("read catalog orders captures");
    }

    /** @param scopes with blanks between */
    public static OwnKey made(String scopes) {
        var page = TestBed.server().url(); // which makes the tables
        var key = new OwnKey(
                UUID.randomUUID(), "sk_test_" + UUID.randomUUID().toString().replace("-", "") + "own");
        Rows.change(
                "INSERT INTO api_key (id, kind, name, hint, key_hash, created_at, scopes)"
                        + " VALUES (?, 'SECRET', ?, ?, ?, '2026-01-01', ?)",
                key.id(),
                key.name(),
                key.hint(),
                Digests.sha256(key.text()),
                scopes);
        Rows.change("INSERT INTO api_key_origin (api_key_id, origin) VALUES (?, ?)", key.id(), page);
        return key;
    }

    /** The merchant's backend, with this key. */
    public MizanClient merchant() {
        return TestBed.mizan().with("Authorization", "Bearer " + text);
    }

    public String name() {
        return "Own " + id;
    }

    private String hint() {
        return text.substring(0, 12);
    }
}
