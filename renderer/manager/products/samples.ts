/** Small files to start from; the first line names the columns the station expects. */
export const productSample = [
  'id,name_fr,name_en,category,aisle,stock,price,barcode',
  'p-comte,Comté 18 mois 250 g,Comté 18 months 250 g,cheese,B4,24,6.90,2000000099101',
  'p-lentils,Lentilles vertes du Puy 500 g,Green Puy lentils 500 g,grocery,C2,60,3.45,2000000099118',
  '',
].join('\n');

export const synonymSample = ['said,meant', 'pop,"limonade, cola"', 'serviette,"napkin, serviettes en papier"', ''].join('\n');

export const purchaseSample = [
  'customer,date,product,quantity,receipt',
  'C-0001,2026-09-12,p-comte,1,',
  ',2026-09-12,p-lentils,2,T-0042',
  ',2026-09-12,p-comte,1,T-0042',
  '',
].join('\n');
