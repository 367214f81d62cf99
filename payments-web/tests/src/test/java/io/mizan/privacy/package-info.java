/** What must be kept nowhere: card numbers, secrets, and personal data outside its own table (invariant 12). */
package io.mizan.privacy;
