import { describe, expect, it } from 'vitest';
import { BadConfig, readConfig, unknownVariables } from '../../server/config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: null,
      data: './data/kantelbord.db',
      publicUrl: null,
      createKey: null,
      retentionDays: 90,
      graceSeconds: 10,
      logLevel: 'info',
      trustProxy: false,
    });
  });

  it('reads what is set, and takes an empty variable as not set', () => {
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      KANTELBORD_DATA: ':memory:',
      KANTELBORD_PUBLIC_URL: 'https://Bord.Voorbeeld.nl/',
      KANTELBORD_CREATE_KEY: 'sleutel',
      KANTELBORD_RETENTION_DAYS: '',
      KANTELBORD_GRACE_SECONDS: '0',
      KANTELBORD_TRUST_PROXY: '1',
    };
    const config = readConfig(env);
    expect(config).toMatchObject({ port: 0, host: '127.0.0.1', data: ':memory:', createKey: 'sleutel' });
    expect(config).toMatchObject({
      publicUrl: 'https://bord.voorbeeld.nl',
      retentionDays: 90,
      graceSeconds: 0,
      trustProxy: true,
    });
  });

  it.each([
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535, not "80a".'],
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, not "65536".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, not "-1".'],
    ['HOST', 'a b', 'HOST must be a host name or an address of this machine, such as 0.0.0.0, not "a b".'],
    [
      'KANTELBORD_PUBLIC_URL',
      'bord.nl',
      'KANTELBORD_PUBLIC_URL must be an address without a path, such as https://bord.voorbeeld.nl, not "bord.nl".',
    ],
    [
      'KANTELBORD_PUBLIC_URL',
      'https://bord.nl/pad',
      'KANTELBORD_PUBLIC_URL must be an address without a path, such as https://bord.voorbeeld.nl, not "https://bord.nl/pad".',
    ],
    ['KANTELBORD_CREATE_KEY', 'abc', 'KANTELBORD_CREATE_KEY must be a key of 4 to 200 characters.'],
    [
      'KANTELBORD_RETENTION_DAYS',
      '0',
      'KANTELBORD_RETENTION_DAYS must be a whole number of days from 1 to 3650, not "0".',
    ],
    [
      'KANTELBORD_GRACE_SECONDS',
      '61',
      'KANTELBORD_GRACE_SECONDS must be a whole number of seconds from 0 to 60, not "61".',
    ],
    [
      'KANTELBORD_LOG_LEVEL',
      'loud',
      'KANTELBORD_LOG_LEVEL must be one of trace, debug, info, warn, error, silent, not "loud".',
    ],
    ['KANTELBORD_TRUST_PROXY', 'perhaps', 'KANTELBORD_TRUST_PROXY must be true or false, not "perhaps".'],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(new BadConfig(sentence));
  });

  it('names variables that look like ours and are not', () => {
    expect(unknownVariables({ KANTELBORD_DATE: 'x', KANTELBORD_DATA: 'x', PATH: 'x' })).toEqual(['KANTELBORD_DATE']);
  });
});
