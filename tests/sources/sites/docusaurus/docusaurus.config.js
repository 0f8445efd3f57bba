module.exports = {title: '물길 노트', i18n: {defaultLocale: 'ko', locales: ['ko']}};
