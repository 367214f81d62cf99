package io.mizan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest(name = "{1} lies in {0}: {2}")
    @CsvSource(
            textBlock =
                    """
    192.0.2.7,       192.0.2.7,          true
    192.0.2.7,       192.0.2.8,          false
    192.0.2.0/24,    192.0.2.255,        true
    192.0.2.0/24,    192.0.3.0,          false
    192.0.2.128/25,  192.0.2.127,        false
    0.0.0.0/0,       203.0.113.9,        true
    2001:db8::/32,   2001:db8:ffff::1,   true
    2001:db8::/32,   2001:db9::1,        false
    ::1,             0:0:0:0:0:0:0:1,    true
    192.0.2.0/24,    ::ffff:192.0.2.9,   true
    192.0.2.0/24,    2001:db8::1,        false
    192.0.2.0/24,    unknown,            false
    192.0.2.0/24,    shop.example,       false
    """)
    void an_address_lies_in_a_network_or_not(String range, String address, boolean lies) {
        assertThat(new AddressRange(range).contains(address)).isEqualTo(lies);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.0/33",
                "192.0.2.1/24",
                "2001:db8::/129",
                "2001:db8::1/64",
                "192.0.2.0/",
                "192.0.2.0/-1",
                "/24"
            })
    void what_is_no_network_is_refused(String text) {
        assertThatThrownBy(() -> new AddressRange(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
