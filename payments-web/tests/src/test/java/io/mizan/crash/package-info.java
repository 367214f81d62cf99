/** What survives the death of the server: at named points one after the other, and at any moment under load. */
package io.mizan.crash;
