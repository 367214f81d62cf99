/** What is asked of every adapter's ears alike: that nothing a stranger sends breaks them, and that they are quick. */
package io.mizan.gateways.callback;
