import { createHash } from 'node:crypto';

/** One system's way of installing a certificate authority. The names in the menus are those of the systems themselves. */
interface Way {
  readonly system: string;
  readonly steps: readonly string[];
}

interface Words {
  readonly title: string;
  readonly why: string;
  readonly get: string;
  readonly compare: string;
  readonly ways: readonly Way[];
  readonly next: string;
  readonly done: string;
  readonly other: string;
}

const words: Readonly<Record<'fr' | 'en', Words>> = {
  en: {
    title: 'Trust this store’s station',
    why: 'This certificate lets your device check that it talks to this store’s station and to nobody else. It vouches for the station’s own names only; it cannot be used for any other site.',
    get: 'Get the certificate',
    compare:
      'Before you trust it, compare this fingerprint with the one on the manager page or on the station’s terminal. If one group differs, stop and tell the manager.',
    ways: [
      {
        system: 'Android',
        steps: [
          'Download the certificate.',
          'Open Settings, search for “CA certificate”, and choose Install anyway.',
          'Choose the file store-ca.crt. The device asks for its PIN.',
        ],
      },
      {
        system: 'iPhone and iPad',
        steps: [
          'Open this page in Safari and download the certificate; allow the profile.',
          'Settings, Profile Downloaded: compare the fingerprint under More Details, then Install.',
          'Settings, General, About, Certificate Trust Settings: switch the certificate on.',
        ],
      },
      {
        system: 'Windows',
        steps: [
          'Compare the SHA-256 fingerprint with the command: certutil -hashfile store-ca.crt SHA256.',
          'Open store-ca.crt, Install Certificate, Local Machine, Trusted Root Certification Authorities.',
        ],
      },
      {
        system: 'macOS',
        steps: [
          'Open store-ca.crt with Keychain Access, keychain “System”.',
          'Open the certificate, compare its SHA-256 fingerprint, and under Trust choose “Always Trust” for SSL.',
        ],
      },
      {
        system: 'Managed devices (MDM)',
        steps: [
          'Upload store-ca.crt as a trusted root (Android Enterprise: CA certificate; Apple: Certificate payload; Intune: Trusted certificate).',
          'Apple devices trust it at once when the MDM installs it; nobody has to touch the phones.',
        ],
      },
    ],
    next: 'Afterwards',
    done: 'Open the staff page. The browser must show no warning; if it shows one, do not type a PIN.',
    other: 'En français',
  },
  fr: {
    title: 'Faire confiance à la station de ce magasin',
    why: 'Grâce à ce certificat, votre appareil vérifie qu’il parle bien à la station de ce magasin, et à personne d’autre. Il ne vaut que pour les noms de la station\u00a0: il ne peut servir pour aucun autre site.',
    get: 'Télécharger le certificat',
    compare:
      'Avant d’accorder votre confiance, comparez cette empreinte avec celle de la page du responsable ou du terminal de la station. Si un seul groupe diffère, arrêtez et prévenez le responsable.',
    ways: [
      {
        system: 'Android',
        steps: [
          'Téléchargez le certificat.',
          'Dans les Paramètres, cherchez «\u00a0certificat CA\u00a0», puis choisissez Installer quand même.',
          'Choisissez le fichier store-ca.crt. L’appareil demande son code.',
        ],
      },
      {
        system: 'iPhone et iPad',
        steps: [
          'Ouvrez cette page dans Safari, téléchargez le certificat et autorisez le profil.',
          'Réglages, Profil téléchargé\u00a0: comparez l’empreinte sous Plus de détails, puis Installer.',
          'Réglages, Général, Informations, Réglages des certificats\u00a0: activez le certificat.',
        ],
      },
      {
        system: 'Windows',
        steps: [
          'Comparez l’empreinte SHA-256 avec la commande\u00a0: certutil -hashfile store-ca.crt SHA256.',
          'Ouvrez store-ca.crt, Installer un certificat, Ordinateur local, Autorités de certification racines de confiance.',
        ],
      },
      {
        system: 'macOS',
        steps: [
          'Ouvrez store-ca.crt avec Trousseaux d’accès, trousseau «\u00a0Système\u00a0».',
          'Ouvrez le certificat, comparez son empreinte SHA-256 et choisissez «\u00a0Toujours approuver\u00a0» pour SSL.',
        ],
      },
      {
        system: 'Appareils gérés (MDM)',
        steps: [
          'Déposez store-ca.crt comme racine de confiance (Android Enterprise\u00a0: certificat CA\u00a0; Apple\u00a0: charge utile Certificat\u00a0; Intune\u00a0: certificat approuvé).',
          'Les appareils Apple lui font confiance dès que le MDM l’installe\u00a0: personne n’a à toucher les téléphones.',
        ],
      },
    ],
    next: 'Ensuite',
    done: 'Ouvrez la page de l’équipe. Le navigateur ne doit afficher aucun avertissement\u00a0; s’il en affiche un, ne saisissez pas votre code.',
    other: 'In English',
  },
};

/** The fingerprint in lines of eight pairs, which an eye can compare. */
const inLines = (fingerprint: string): string => (fingerprint.match(/[0-9A-F]{2}(?::[0-9A-F]{2}){0,7}/g) ?? []).join('\n');

/** The page's only style: paper, ink and one button, in the device's own typeface. */
const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#fdfaf5,#191612);color:light-dark(#2b2118,#f4efe6);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}main{max-width:34rem;margin:auto;padding:1.5rem 1.25rem 4rem}h1{font-size:1.75rem;line-height:1.2}h2{margin:2rem 0 .25rem;font-size:1.125rem}ol{margin:0;padding-inline-start:1.4rem}li{margin-block:.4rem}pre{padding:1rem;border-radius:.75rem;background:light-dark(#f2ece2,#2b2620);font-size:1rem;overflow-x:auto}.get{display:block;padding:1.1rem;border-radius:.75rem;background:light-dark(#175b44,#8fd6b4);color:light-dark(#fff,#14231c);font-weight:650;text-align:center;text-decoration:none}`;

/** What the page may load: its own style, by its hash, and nothing else. */
export const handOutPolicy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * The instructions, in one language.
 * @param staff where to go afterwards, if known
 */
export function handOutPage(language: 'fr' | 'en', fingerprint: string, staff: string | null): string {
  const { title, why, get, compare, ways, next, done, other } = words[language];
  const list = ways.map(({ system, steps }) => `<h2>${system}</h2><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>`);
  const foreign = language === 'fr' ? 'en' : 'fr';
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<link rel="icon" href="data:,"><title>${title}</title><style>${style}</style>`,
    `<main><h1>${title}</h1><p>${why}</p><p><a class="get" href="/store-ca.crt" download>${get}</a></p>`,
    `<p>${compare}</p><pre>${inLines(fingerprint)}</pre>${list.join('')}<h2>${next}</h2><p>${done}</p>`,
    staff === null ? '' : `<p><a href="${staff}">${staff}</a></p>`,
    `<p><a href="/${foreign}" lang="${foreign}">${other}</a></p></main></html>`,
  ].join('');
}
